import { computed, signal } from "@preact/signals";
import type { Accommodations, AttemptState } from "../../protocol/exam.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import { isAnswered } from "../../protocol/items/answer_form.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { Closing } from "../../protocol/closing.ts";
import type { Reason, RiskLevel } from "../../protocol/risk.ts";
import type { LinkStatus } from "../link/connection.ts";
import type { RuleName } from "../../protocol/sitting_rules.ts";
import type { UnsentWork } from "./late_work.ts";
import type { FailedCall } from "./student_call.ts";

/** How an attempt ended. */
export interface Ending {
  state: AttemptState;
  /** Null where the page learnt of it after a reload. */
  cause: "student" | "deadline" | "risk" | "proctor" | null;
  /** The event log's signed end, in a form to copy. */
  receipt: string;
  redirectTo: string | null;
}

/** Why the page cannot go on by itself. */
export type Obstacle =
  | "not_joined"
  | "not_opened"
  | "unreachable"
  | "taken_over"
  | "protocol_version"
  | "broken";

/** What the page shows; each state has only what belongs to it. */
export type Stage =
  | { kind: "loading" }
  | { kind: "stuck"; obstacle: Obstacle }
  /** For a proctor. `isLetIn`: one has come, and the paper is on its way. */
  | { kind: "waiting"; isLetIn: boolean }
  | { kind: "sitting"; view: "question" | "review" }
  | { kind: "submitting" }
  | { kind: "over"; ending: Ending };

/** Somebody stopped the exam for a while. */
export interface Hold {
  kind: "paused" | "locked";
  reason: string | null;
  /** Nobody but the exam's policy has locked it. */
  isByPolicy?: boolean;
  /** Of a break: when it is over by itself, server time in ms since 1970. */
  until?: number;
  /** Whether it is one that the student took. */
  isOwn?: boolean;
}

export interface OwnRisk {
  risk: number;
  /** Too little was seen so far to say anything. */
  insufficient: boolean;
  level: RiskLevel;
  reasons: readonly Reason[];
}

/** How the answers stand. `saving`: on the way, as it should be. */
export type Saving = "saved" | "saving" | "unsaved";

/** What a student may put out of sight, on a page that then stays so. */
export type Hideable = "time" | "risk";

/** Everything that the exam's page shows, as signals. The session writes, components read. */
export function createExamModel() {
  const attempt = signal<AttemptAnswer | null>(null);
  const answers = signal<Answers>({});
  const deadline = signal(0);
  const serverNow = signal(0);
  const timeLeftMs = computed(() => Math.max(0, deadline.value - serverNow.value));
  const questions = computed(() => attempt.value?.exam.questions ?? []);
  let lastAnswered: ReadonlySet<string> = new Set();
  const answeredIds = computed(() => {
    const ids = new Set(
      questions.value.filter((question) => isAnswered(answerTo(question, answers.value))).map(({ id }) => id),
    );
    const isSame = ids.size === lastAnswered.size && [...ids].every((id) => lastAnswered.has(id));
    return lastAnswered = isSame ? lastAnswered : ids;
  });
  return {
    stage: signal<Stage>({ kind: "loading" }),
    attempt,
    questions,
    /** BCP 47 tag of the exam, where it says in which language it is written. */
    language: computed(() => attempt.value?.exam.language),
    answers,
    /** Ids of the questions that are answered: the same set until one more or one less is. A key within an answer draws no map again. */
    answeredIds,
    answered: computed(() => answeredIds.value.size),
    /** Whether a question that was left cannot be changed. */
    isForward: computed(() => attempt.value?.exam.navigation === "forward"),
    /** Index of the question that is gone on to once it is confirmed, where the exam goes forward only; null for none. */
    leavingFor: signal<number | null>(null),
    /** Index of the question in view. */
    current: signal(0),
    /** Ids of questions flagged for later. */
    flagged: signal<ReadonlySet<string>>(new Set()),
    hidden: signal<ReadonlySet<Hideable>>(new Set()),
    /** Minutes before the end that were warned of last; null for none. */
    warned: signal<number | null>(null),
    /** Rules that the student was told of when they were met. */
    told: signal<ReadonlySet<RuleName>>(new Set()),
    hold: signal<Hold | null>(null),
    /** Time left of the breaks that need no asking, ms; null where the student asks for one. */
    breakLeft: signal<number | null>(null),
    /** What is taken into account; null where the server does not say. */
    accommodations: signal<Accommodations | null>(null),
    /** Server time, ms since 1970. */
    deadline,
    serverNow,
    /** Time left, ms; 0 when it is up. Moves once a second. */
    timeLeftMs,
    /** For whoever need not be drawn again each second. */
    isTimeUp: computed(() => timeLeftMs.value === 0),
    link: signal<LinkStatus>({ kind: "connecting" }),
    saving: signal<Saving>("saved"),
    /** False where nothing can be kept on the device. */
    isDurable: signal(true),
    risk: signal<OwnRisk | null>(null),
    /** What the exam's policy shows of it. */
    showRisk: computed(() => attempt.value?.show_risk ?? "live"),
    notices: signal<readonly Notice[]>([]),
    /** What the server takes no more; null where there is nothing of it. */
    unsentWork: signal<UnsentWork | null>(null),
    /** What the server has, once it is over; null while it has not said. */
    closing: signal<Closing | null>(null),
    /** Whether what opens this attempt's result stays on the device. */
    isResultKept: signal(false),
    /** Why the last try to hand in failed. */
    submitProblem: signal<FailedCall | null>(null),
  };
}

export type ExamModel = ReturnType<typeof createExamModel>;

/** Takes over the own risk as the server has it, where it is there and to be shown. */
export function takeRisk(model: ExamModel, { risk }: Pick<AttemptAnswer, "risk">): void {
  if (risk) model.risk.value = { insufficient: false, ...risk };
}
