import { z } from "zod";
import type { AttemptFile } from "../../protocol/attempt_file.ts";
import type { Batch } from "../../protocol/events.ts";
import { isOver, type StaffRole } from "../../protocol/exam.ts";
import { Flag } from "../../protocol/flag.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { Mark } from "../../protocol/marks.ts";
import type { ProctorAction } from "../../protocol/proctor_messages.ts";
import { type AssignmentBody, type StatementBody, StudentStatement, Verdict } from "../../protocol/review.ts";
import { StaffNote } from "../../protocol/staff_note.ts";
import type { PracticeEvents } from "../../protocol/student_messages.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { JoinNews } from "../attempts/join_news.ts";
import type { Courier } from "../cluster/courier.ts";
import type { Instances } from "../cluster/instances.ts";
import { keepFile, type NewFile } from "../files/receive_file.ts";
import type { NewMark } from "../marking/set_mark.ts";
import type { FlagDecision } from "../review/flags.ts";
import type { NewVerdict } from "../review/give_verdict.ts";
import type { Write } from "../store/mutation.ts";
import { answerCall } from "./answer_call.ts";
import { Appended, type AttemptCall, Letter, Submitted, type Taken } from "./attempt_call.ts";
import { handleExamAlert } from "./kept_alerts.ts";
import type { Rooms } from "./rooms.ts";
import type { Taking } from "./take_student.ts";

/** Who acts, and in which role. */
interface Actor {
  username: string;
  role: StaffRole;
}

/**
 * Calls that change an attempt, from whichever instance they come. An attempt has one writer: where that is another
 * instance that is there, it is asked; where it is gone or does not answer, this one takes the attempt over.
 */
export class AttemptCalls {
  readonly #attempts: Attempts;
  readonly #rooms: Rooms;
  readonly #instances: Instances;
  readonly #courier: Courier;

  constructor(attempts: Attempts, rooms: Rooms, instances: Instances, courier: Courier) {
    this.#attempts = attempts;
    this.#rooms = rooms;
    this.#instances = instances;
    this.#courier = courier;
    attempts.onTaken = (attemptId, from) => {
      if (!instances.isThere(from)) return;
      courier.tell(from, { op: "taken", attempt_id: attemptId } satisfies Taken).catch(() => {
        // The old writer finds out at its next commit.
      });
    };
  }

  /** Begins to answer other instances. */
  start(): void {
    this.#courier.start(async (request) => {
      const letter = Letter.parse(request);
      if (letter.op === "taken") return await this.#letGo(letter.attempt_id);
      return await answerCall(this.#attempts, this.#rooms, letter);
    });
  }

  /** Appends a batch that came by REST. */
  async append(attemptId: string, batch: Batch): Promise<z.infer<typeof Appended>> {
    return Appended.parse(await this.#anywhere({ op: "append", attempt_id: attemptId, batch }));
  }

  /** Ends an attempt for its student, with answers where they came along. A second time changes nothing. */
  async submit(attemptId: string, answers: Answers | null): Promise<z.infer<typeof Submitted>> {
    return Submitted.parse(await this.#anywhere({ op: "submit", attempt_id: attemptId, answers }));
  }

  /** Carries out a proctor's action. @throws {Refusal} `not_found`, `forbidden`, `wrong_state`, `unavailable` */
  async act(
    attemptId: string,
    action: ProctorAction,
    examId: string,
    { username, role }: Actor,
    writes: Write[],
  ): Promise<void> {
    await this.#anywhere({
      op: "act",
      attempt_id: attemptId,
      action,
      exam_id: examId,
      username,
      role,
      writes,
    });
  }

  /** Confirms or dismisses a flag. @throws {Refusal} `not_found`, `unavailable` */
  async decideFlag(
    attemptId: string,
    { flagId, state, by }: Omit<FlagDecision, "now">,
    writes: Write[],
  ): Promise<Flag> {
    const call: AttemptCall = {
      op: "decide_flag",
      attempt_id: attemptId,
      flag_id: flagId,
      state,
      by,
      writes,
    };
    return Flag.parse(await this.#anywhere(call));
  }

  /** Marks one answer. @throws {Refusal} `not_found`, `invalid`, `wrong_state`, `unavailable` */
  async mark(attemptId: string, mark: Omit<NewMark, "now">, writes: Write[]): Promise<Mark> {
    return Mark.parse(await this.#anywhere({ op: "mark", attempt_id: attemptId, ...mark, writes }));
  }

  /** A reviewer's word on an attempt. @returns Its verdicts, oldest first. @throws {Refusal} As `giveVerdict`, `unavailable` */
  async judge(attemptId: string, verdict: Omit<NewVerdict, "now">, writes: Write[]): Promise<Verdict[]> {
    const call: AttemptCall = { op: "judge", attempt_id: attemptId, ...verdict, writes };
    return z.array(Verdict).parse(await this.#anywhere(call));
  }

  /** Gives an attempt to a reviewer. @returns Who has it. @throws {Refusal} As `assignReview`, `unavailable` */
  async assignReview(attemptId: string, assignment: AssignmentBody, writes: Write[]): Promise<string | null> {
    const call: AttemptCall = { op: "assign_review", attempt_id: attemptId, ...assignment, writes };
    return z.string().nullable().parse(await this.#anywhere(call));
  }

  /** A proctor takes a student, or gives one back. @throws {Refusal} As `takeStudent`, `unavailable` */
  async takeStudent(attemptId: string, { by, seen }: Taking, writes: Write[]): Promise<void> {
    await this.#anywhere({ op: "take", attempt_id: attemptId, by, seen, writes });
  }

  /** A note for the others of the staff. @returns All of them. @throws {Refusal} As `writeNote`, `unavailable` */
  async writeNote(
    attemptId: string,
    { text, by }: { text: string; by: string },
    writes: Write[],
  ): Promise<StaffNote[]> {
    return z.array(StaffNote).parse(await this.#anywhere({ op: "note", attempt_id: attemptId, text, by, writes }));
  }

  /** A student's own words on the attempt. @returns All of them. @throws {Refusal} As `makeStatement`, `unavailable` */
  async state(attemptId: string, statement: StatementBody): Promise<StudentStatement[]> {
    const call: AttemptCall = { op: "state", attempt_id: attemptId, ...statement };
    return z.array(StudentStatement).parse(await this.#anywhere(call));
  }

  /** A file that a student handed in becomes the attempt's. @throws {Refusal} As `keepFile`, `unavailable` */
  async takeFile(attemptId: string, given: NewFile): Promise<AttemptFile> {
    const { file, writes } = await keepFile(this.#attempts, attemptId, given);
    if (writes.length > 0) await this.#anywhere({ op: "take_file", attempt_id: attemptId, file, writes });
    return file;
  }

  /** A student's page without a socket has asked how things stand: it is there, and gets what was written to it. */
  async polled(attemptId: string): Promise<void> {
    const head = this.#attempts.peek(attemptId)?.head ??
      (await this.#attempts.stores.attempts.getHead(attemptId))?.head;
    // One that is over is not taken into memory for it.
    if (head !== undefined && !isOver(head.state)) await this.#anywhere({ op: "polled", attempt_id: attemptId });
  }

  /** A student says that a notice was read. */
  async see(attemptId: string, noticeId: string): Promise<void> {
    await this.#anywhere({ op: "see", attempt_id: attemptId, notice_id: noticeId });
  }

  /** A student asks for a proctor. */
  async callProctor(attemptId: string, text: string): Promise<void> {
    await this.#anywhere({ op: "call_proctor", attempt_id: attemptId, text });
  }

  /** Keys of a practice while an attempt waits. @throws {Refusal} `wrong_state`, `unavailable` */
  async practise(attemptId: string, events: z.infer<typeof PracticeEvents>): Promise<void> {
    await this.#anywhere({ op: "practise", attempt_id: attemptId, events });
  }

  /** A student takes a break that needs no asking. @throws {Refusal} `forbidden`, `wrong_state`, `unavailable` */
  async takeBreak(attemptId: string): Promise<void> {
    await this.#anywhere({ op: "take_break", attempt_id: attemptId });
  }

  /** A student is back from a break. */
  async comeBack(attemptId: string): Promise<void> {
    await this.#anywhere({ op: "come_back", attempt_id: attemptId });
  }

  /** Tells the proctors what a join has brought: a used token or number, another one of the same name. */
  async tellOfJoin({ code, attemptId, count }: JoinNews): Promise<void> {
    await this.#anywhere({ op: "joined", attempt_id: attemptId, code, count });
  }

  /**
   * Takes over alerts for a proctor: those about an attempt are entries of its log.
   *
   * @param lineOf The audit log's line for an alert, of the same atomic.
   * @returns How many were open.
   */
  async handleAlerts(
    examId: string,
    alertIds: readonly string[],
    by: string,
    lineOf: (alertId: string) => Write,
  ): Promise<number> {
    const { stores } = this.#attempts;
    const open = await Promise.all(alertIds.map(async (alertId) => {
      const writes = [lineOf(alertId)];
      const attemptId = (await stores.alerts.get(examId, alertId))?.attempt_id ?? null;
      if (attemptId === null) return await handleExamAlert(stores, examId, alertId, writes);
      const call = { op: "handle_alert", attempt_id: attemptId, alert_id: alertId, by, writes } as const;
      return z.boolean().parse(await this.#anywhere(call));
    }));
    this.#rooms.handled(examId, alertIds, by);
    return open.filter(Boolean).length;
  }

  async #anywhere(call: AttemptCall): Promise<unknown> {
    const owner = await this.#ownerElsewhere(call.attempt_id);
    const reply = owner === null ? null : await this.#courier.ask(owner, call);
    return reply === null ? await answerCall(this.#attempts, this.#rooms, call) : reply.answer;
  }

  /** The other instance that writes an attempt and is there, or null. What is left of it here is dropped. */
  async #ownerElsewhere(attemptId: string): Promise<string | null> {
    if (this.#instances.others.length === 0) return null;
    const owner = (await this.#attempts.stores.attempts.getWrittenHead(attemptId))?.head.writer.instance ?? null;
    if (owner === null || owner === this.#instances.id) return null;
    this.#attempts.peek(attemptId)?.abandon();
    return this.#instances.isThere(owner) ? owner : null;
  }

  /** Another instance has taken an attempt over, or removed it: what is left of it here is dropped, its socket told. */
  async #letGo(attemptId: string): Promise<void> {
    const attempt = this.#attempts.peek(attemptId);
    if (attempt === null) return;
    const stored = await this.#attempts.stores.attempts.getWrittenHead(attemptId);
    if (stored?.head.writer.instance !== this.#instances.id) attempt.abandon();
  }
}
