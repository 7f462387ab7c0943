import { z } from "zod";
import { Batch } from "../../protocol/events.ts";
import { isOver, StaffRole } from "../../protocol/exam.ts";
import { Answers } from "../../protocol/items/answer.ts";
import { ProctorAction } from "../../protocol/proctor_messages.ts";
import { Flag, FlagState } from "../../protocol/flag.ts";
import { AnswersAsOf } from "../../protocol/rest.ts";
import { RiskLevel } from "../../protocol/risk.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { JoinNews } from "../attempts/join_news.ts";
import { reachNotices, unseenNotices } from "../attempts/notices.ts";
import type { Courier } from "../cluster/courier.ts";
import type { Instances } from "../cluster/instances.ts";
import { decideFlag, type FlagDecision } from "../review/flags.ts";
import type { Write } from "../store/mutation.ts";
import { SentWrite } from "../store/sent_write.ts";
import { perform } from "./actions.ts";
import { handleAlert } from "./handle_alert.ts";
import { handleExamAlert } from "./kept_alerts.ts";
import { alertOf } from "./reactions.ts";
import type { Rooms } from "./rooms.ts";
import { callProctor, comeBack } from "./student_calls.ts";
import { submitAttempt } from "./submit_attempt.ts";

const attempt_id = z.string();

/** What may be asked of the instance that writes an attempt. */
const AttemptCall = z.discriminatedUnion("op", [
  z.object({ op: z.literal("append"), attempt_id, batch: Batch }),
  z.object({ op: z.literal("submit"), attempt_id, answers: Answers.nullable() }),
  z.object({
    op: z.literal("act"),
    attempt_id,
    action: ProctorAction,
    exam_id: z.string(),
    username: z.string(),
    role: StaffRole,
    writes: z.array(SentWrite),
  }),
  z.object({
    op: z.literal("decide_flag"),
    attempt_id,
    flag_id: z.string(),
    state: FlagState,
    by: z.string(),
    writes: z.array(SentWrite),
  }),
  z.object({ op: z.literal("polled"), attempt_id }),
  z.object({ op: z.literal("see"), attempt_id, notice_id: z.string() }),
  z.object({ op: z.literal("call_proctor"), attempt_id, text: z.string() }),
  z.object({ op: z.literal("come_back"), attempt_id }),
  z.object({
    op: z.literal("joined"),
    attempt_id,
    code: z.enum(["token_reused", "number_reused", "same_name"]),
    count: z.number().optional(),
  }),
  z.object({
    op: z.literal("handle_alert"),
    attempt_id,
    alert_id: z.string(),
    by: z.string(),
    writes: z.array(SentWrite),
  }),
  z.object({ op: z.literal("taken"), attempt_id }),
]);
type AttemptCall = z.infer<typeof AttemptCall>;

/** Who acts, and in which role. */
interface Actor {
  username: string;
  role: StaffRole;
}

const Appended = z.object({
  outcome: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("ack"), seq: z.number(), answers: AnswersAsOf.optional() }),
    z.object({ kind: z.literal("expected"), seq: z.number() }),
    z.object({ kind: z.literal("conflict"), seq: z.number(), lastSeq: z.number() }),
  ]),
  risk: z.number(),
  level: RiskLevel,
});
const Submitted = z.object({ risk: z.number() });

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
      courier.tell(from, { op: "taken", attempt_id: attemptId } satisfies AttemptCall).catch(() => {
        // The old writer finds out at its next commit.
      });
    };
  }

  /** Begins to answer other instances. */
  start(): void {
    this.#courier.start(async (request) => {
      const call = AttemptCall.parse(request);
      if (call.op === "taken") return await this.#letGo(call.attempt_id);
      return await this.#here(call);
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

  /** A student's page without a socket has asked how things stand: it is there, and gets what was written to it. */
  async polled(attemptId: string): Promise<void> {
    const stored = await this.#attempts.stores.attempts.getHead(attemptId);
    if (stored !== null && !isOver(stored.head.state)) await this.#anywhere({ op: "polled", attempt_id: attemptId });
  }

  /** A student says that a notice was read. */
  async see(attemptId: string, noticeId: string): Promise<void> {
    await this.#anywhere({ op: "see", attempt_id: attemptId, notice_id: noticeId });
  }

  /** A student asks for a proctor. */
  async callProctor(attemptId: string, text: string): Promise<void> {
    await this.#anywhere({ op: "call_proctor", attempt_id: attemptId, text });
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
    return reply === null ? await this.#here(call) : reply.answer;
  }

  /** The other instance that writes an attempt and is there, or null. What is left of it here is dropped. */
  async #ownerElsewhere(attemptId: string): Promise<string | null> {
    if (this.#instances.others.length === 0) return null;
    const owner = (await this.#attempts.stores.attempts.getHead(attemptId))?.head.writer.instance ?? null;
    if (owner === null || owner === this.#instances.id) return null;
    this.#attempts.peek(attemptId)?.abandon();
    return this.#instances.isThere(owner) ? owner : null;
  }

  async #here(call: AttemptCall): Promise<unknown> {
    const attempts = this.#attempts;
    const attempt = await attempts.open(call.attempt_id);
    // What staff do looks at the store first: one after another, so that what comes twice at once is done once.
    const inTurn = <Value>(work: () => Promise<Value>) => attempts.turns.take(attempt.attemptId, work);
    switch (call.op) {
      case "append": {
        this.#rooms.heard(attempt);
        const outcome = await attempt.append(call.batch, attempts.now());
        return { outcome, risk: attempt.head.risk.risk, level: attempt.head.risk.level };
      }
      case "submit":
        await submitAttempt(attempt, call.answers, attempts.now());
        return { risk: attempt.head.risk.risk };
      case "act": {
        const { action, exam_id: examId, username, role, writes } = call;
        const request = { action, examId, username, role, writes };
        return await inTurn(() => perform(attempts, this.#rooms, attempt, request));
      }
      case "decide_flag": {
        const { flag_id: flagId, state, by } = call;
        const decision = { flagId, state, by, now: attempts.now() };
        const flag = await inTurn(() => decideFlag(attempt, attempts.stores.flags, decision, call.writes));
        this.#rooms.show(attempt, true);
        return flag;
      }
      case "handle_alert": {
        const handling = { alertId: call.alert_id, by: call.by, now: attempts.now() };
        return await inTurn(() => handleAlert(attempt, attempts.stores, handling, call.writes));
      }
      case "polled":
        this.#rooms.heard(attempt);
        return this.#rooms.delivered(attempt, unseenNotices(attempt.folded).map(({ id }) => id));
      case "see":
        return await reachNotices(attempt, [call.notice_id], "seen", attempts.now());
      case "call_proctor":
        return await callProctor(this.#rooms, attempt, call.text, attempts.now());
      case "come_back":
        return await comeBack(attempt, attempts.now());
      case "joined": {
        const { code, count } = call;
        const kind = code === "token_reused" ? code : "joins";
        const alert = alertOf(attempt, code, attempts.now(), { kind, ...(count !== undefined && { count }) });
        return this.#rooms.alert(attempt.record.examId, alert);
      }
    }
  }

  /** Another instance has taken an attempt over, or removed it: what is left of it here is dropped, its socket told. */
  async #letGo(attemptId: string): Promise<void> {
    const attempt = this.#attempts.peek(attemptId);
    if (attempt === null) return;
    const stored = await this.#attempts.stores.attempts.getHead(attemptId);
    if (stored?.head.writer.instance !== this.#instances.id) attempt.abandon();
  }
}
