import type { PersonaName } from "../../lab/simulation/persona.ts";
import { simulate } from "../../lab/simulation/simulate.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { ExamDocument, type NewExamState } from "../../protocol/exam_document.ts";
import { end, type EndCause } from "../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../server/attempts/live_attempt.ts";
import { startAttempt } from "../../server/attempts/start_attempt.ts";
import { readSettings } from "../../server/config.ts";
import { createServices } from "../../server/create_services.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { Refusal } from "../../server/errors.ts";
import { createExam } from "../../server/exams/create_exam.ts";
import type { Services } from "../../server/services.ts";
import { createStores, type Stores } from "../../server/store/stores.ts";

/** When a {@link Hall}'s clock begins. */
export const HALL_START = 1_800_000_000_000;

/** Every service of the server on a store in memory, under a clock that the test turns: no socket, no waiting. */
export class Hall {
  now = HALL_START;
  private constructor(readonly kv: Deno.Kv, readonly stores: Stores, readonly services: Services) {}

  static async open(kv?: Deno.Kv): Promise<Hall> {
    const opened = kv ?? await Deno.openKv(":memory:");
    const stores = createStores(opened);
    const clock = { hall: null as Hall | null };
    const settings = readSettings({ INVIGIL_KV: ":memory:", INVIGIL_SECRET: "a-secret-of-the-tests-0123456789" });
    const services = await createServices(settings, stores, () => false, {
      now: () => clock.hall?.now ?? HALL_START,
    });
    const hall = new Hall(opened, stores, services);
    clock.hall = hall;
    return hall;
  }

  /** Publishes an exam with one essay, `q1`; fields of the document may be given. */
  async exam(fields: Record<string, unknown> = {}, state: NewExamState = "published"): Promise<Exam> {
    const questions = [{ id: "q1", type: "essay", text: "Write." }];
    const document = ExamDocument.parse({ code: "HALL", title: "Hall", duration_minutes: 60, questions, ...fields });
    return (await createExam(this.stores, document, this.now, { state })).exam;
  }

  /** Lets a student in by the exam's code. */
  async join(name = "Ada", code = "HALL", number?: string): Promise<LiveAttempt> {
    const body = { code, student: { name, ...(number && { number }) } };
    const answer = await startAttempt(this.services.attempts, body, () => {});
    return await this.services.attempts.open(answer.attempt_id);
  }

  /** Appends a batch with the next number, received now. */
  async append(attempt: LiveAttempt, events: CapturedEvent[], sentAt = this.now): Promise<void> {
    await attempt.append({ seq: attempt.head.lastSeq + 1, sentAt, events }, this.now);
  }

  /** Has a simulated student sit for a while, a batch a second, and moves the clock along. */
  async sit(attempt: LiveAttempt, persona: PersonaName, seed: number, durationMs: number): Promise<void> {
    const questions = [{ id: "q1", points: 1, text: "Write.", type: "essay" as const }];
    const beganAt = this.now;
    const batches = Map.groupBy(
      simulate(persona, seed, { questions, durationMs }),
      (event) => Math.floor(event.t / 1_000),
    );
    for (const [second, events] of batches) {
      this.now = beganAt + second * 1_000 + 1_200;
      for (let first = 0; first < events.length; first += 200) {
        await this.append(attempt, events.slice(first, first + 200));
      }
    }
  }

  /** Ends an attempt. */
  async end(attempt: LiveAttempt, cause: EndCause = "student"): Promise<void> {
    await attempt.intervene(
      end({ by: cause === "student" ? "student" : "system", now: this.now, reason: null }, cause),
    );
  }

  /** Forgets everything in memory: the next call reads the store anew, as after a restart. */
  async restarted(): Promise<Hall> {
    await this.services.attempts.drained();
    const next = await Hall.open(this.kv);
    next.now = this.now;
    return next;
  }
}

/** Runs a test in a hall of its own. */
export function hallTest(title: string, run: (hall: Hall) => Promise<void>): void {
  Deno.test(title, async () => {
    const hall = await Hall.open();
    try {
      await run(hall);
      await hall.services.attempts.drained();
    } finally {
      hall.kv.close();
    }
  });
}

/** Code with which something was refused, or `done`. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "done";
}

/** An edit of `q1`. */
export function typed(t: number, inserted = "a", at = 0): CapturedEvent {
  return { at, inserted, question: "q1", removed: 0, t, type: "answer_edit" };
}
