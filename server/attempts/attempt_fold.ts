import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import type { BatchEntry, ScoringContext } from "../../protocol/log_entry.ts";
import type { AttemptAction, KeptWork, ToldRisk } from "../../protocol/attempt_detail.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { createState, fold, SCORER_VERSION, type ScoreState } from "../../scoring/fold.ts";
import type { HeldMark, HeldNote, HeldStatement, HeldVerdict, RaisedFlag } from "../store/snapshot_store.ts";
import { isHold, isUnseen } from "./action_kinds.ts";
import { ConnectionLosses } from "./connection_losses.ts";
import { EditClock } from "./edit_clock.ts";
import { ForwardPath, type Places } from "./forward_path.ts";
import type { Action } from "./interventions.ts";
import { QuestionTime } from "./question_time.ts";
import { withRaised } from "./raised_flags.ts";
import { Timeline } from "./timeline.ts";

/** Actions kept for each attempt, at most: the first, the newest, and what is still of use. The log has them all. */
export const MOST_ACTIONS = 100;

/** What an attempt's log comes to, up to one of its entries. Advanced in place by {@link foldEntry}, and by nothing else. */
export interface AttemptFold {
  /** Entries folded so far, which is the number of the last one. */
  n: number;
  /** Highest `t` of an event, ms. */
  lastT: number;
  score: ScoreState;
  /** Null before the first entry. */
  report: RiskReport | null;
  /** What the last batch's report said then, where another version of the scorer made it; null for this one. */
  told: ToldRisk | null;
  sheet: AnswerSheet;
  clock: EditClock;
  /** How far the student has come, where the paper is sat forward only. */
  path: ForwardPath;
  timeline: Timeline;
  /** What was done to the attempt besides the student's own batches, oldest first. */
  actions: AttemptAction[];
  /** What of the student's writing was kept as evidence and not applied; null for nothing. */
  kept: KeptWork | null;
  /** The newest marks that people gave, by question. */
  marks: Map<string, HeldMark>;
  /** What reviewers said, oldest first. */
  verdicts: HeldVerdict[];
  /** What the student said to it, oldest first. */
  statements: HeldStatement[];
  /** Staff's notes, oldest first. */
  notes: HeldNote[];
  /** How long each question was in view; null where a snapshot of before says nothing of it: then the log does. */
  times: QuestionTime | null;
  /** When the network was lost; null as `times` is. */
  losses: ConnectionLosses | null;
  /** What the flags of the rule for the risk rested on; null as `times` is. */
  raised: RaisedFlag[] | null;
}

/** What an entry says, whether it is in the log already or about to be put there. */
type Foldable =
  | Pick<BatchEntry, "kind" | "events" | "late" | "received_at" | "kept" | "handed_over_by"> & {
    report?: BatchEntry["report"];
  }
  | Action;

/**
 * The fold of an empty log.
 *
 * @param questions Ids of the exam's questions; answers to others do not count.
 * @param places As {@link placesOf} says them; none where navigation is free.
 */
export function createFold(questions: ReadonlySet<string>, places: Places = new Map()): AttemptFold {
  return {
    n: 0,
    lastT: 0,
    score: createState(),
    report: null,
    told: null,
    sheet: new AnswerSheet(questions),
    clock: new EditClock(),
    path: new ForwardPath(places),
    timeline: new Timeline(),
    actions: [],
    kept: null,
    marks: new Map(),
    verdicts: [],
    statements: [],
    notes: [],
    times: new QuestionTime(questions),
    losses: new ConnectionLosses(),
    raised: [],
  };
}

/**
 * Takes the next entry of a log. Whoever scores live, loads, verifies or replays an attempt calls this, and so comes to the
 * same to the last bit.
 *
 * @param context The one that the entry names.
 * @returns The report after it.
 */
export function foldEntry(folded: AttemptFold, entry: Foldable, context: ScoringContext): RiskReport {
  const report = fold(folded.score, entry, context);
  folded.n++;
  folded.report = report;
  if (entry.kind === "batch") {
    takeBatch(folded, entry, report.risk);
    folded.told = toldOf(entry, context);
  } else {
    takeAction(folded, entry);
    folded.raised = withRaised(folded.raised, entry, report);
  }
  return report;
}

function toldOf({ report }: Foldable & { kind: "batch" }, { scorer_version }: ScoringContext): ToldRisk | null {
  return report === undefined || scorer_version === SCORER_VERSION ? null : { scorer_version, ...report };
}

function takeBatch(folded: AttemptFold, entry: Foldable & { kind: "batch" }, risk: number): void {
  const { events, received_at } = entry;
  const { sheet, clock, timeline } = folded;
  folded.lastT = Math.max(folded.lastT, events[events.length - 1].t);
  timeline.add(folded.lastT, risk);
  // Logs of before `kept` was written down held back nothing but what came after the deadline.
  const untilT = clock.untilT(received_at);
  const kept = new Set(entry.kept);
  events.forEach((event, index) => {
    folded.times?.take(event);
    folded.losses?.take(event);
    folded.path.take(event);
    if (!kept.has(index)) return sheet.apply(event, untilT);
    // What was handed over was kept by whoever took it in, and waits for their word.
    if (entry.handed_over_by === undefined) {
      keep(folded, event.t, 1, event.type === "answer_edit" ? event.inserted.length : 0);
    }
  });
}

function keep(folded: AttemptFold, t: number, edits: number, characters: number): void {
  const before = folded.kept ?? { edits: 0, characters: 0, from: t, to: t };
  folded.kept = {
    edits: before.edits + edits,
    characters: before.characters + characters,
    from: Math.min(before.from, t),
    to: Math.max(before.to, t),
  };
}

function takeAction(folded: AttemptFold, action: Action): void {
  const { n, sheet, clock, actions } = folded;
  if (action.kind === "notice_reached") return markReached(actions, action);
  // How somebody types is the scorer's; nothing was done to the attempt.
  if (action.kind === "practised") return;
  if (action.kind === "marked") return mark(folded, action);
  if (action.kind === "verdict_given" || action.kind === "stated" || action.kind === "noted") {
    return takeWord(folded, action);
  }
  if (action.kind === "file_received") return folded.path.takeFile(action.question);
  clock.follow(action);
  const isKept = action.kind === "answered" && action.applied === false;
  if (action.kind === "answered" && !isKept) {
    sheet.set(action.answers);
    folded.path.takeAnswers(action.answers);
  }
  if (isKept) keep(folded, folded.lastT, action.differs?.length ?? 0, action.outside_characters ?? 0);
  const { kind, received_at, by, reason } = action;
  actions.push({
    n,
    kind,
    at: received_at,
    by,
    reason,
    ...(isKept && { applied: false }),
    ...(action.kind === "noticed" && { notice: action.notice }),
    ...(action.kind === "extended" && { minutes: action.minutes }),
    ...("until" in action && { until: action.until }),
    ...("reason_hash" in action && { reason_hash: action.reason_hash }),
  });
  if (actions.length > MOST_ACTIONS) dropOldest(actions);
}

/** Leaves out the oldest, but never the first nor why the attempt stands still, and a notice that is not seen only where nothing else is left. */
function dropOldest(actions: AttemptAction[]): void {
  const hold = actions.findLastIndex(isHold);
  const isFree = (_: AttemptAction, index: number) => index > 0 && index !== hold;
  const spare = actions.findIndex((action, index) => isFree(action, index) && !isUnseen(action));
  actions.splice(spare === -1 ? actions.findIndex(isFree) : spare, 1);
}

/** Marks are many and stand by themselves: they push nothing else out of what was done. */
function mark({ marks }: AttemptFold, action: Extract<Action, { kind: "marked" }>): void {
  const { question, points, by, comment, rubric, as } = action;
  const given = { points, by, comment, ...(rubric && { rubric }) };
  const { second, agreed, ...first } = marks.get(question) ?? { ...given, question };
  const others = { ...(second && { second }), ...(agreed && { agreed }) };
  // A new object: whoever was given the old one keeps it as it was.
  marks.set(question, as === undefined ? { ...given, ...others, question } : { ...first, ...others, [as]: given });
}

/** Verdicts, statements and notes stand by themselves, as marks do. */
function takeWord(folded: AttemptFold, action: Extract<Action, { kind: "verdict_given" | "stated" | "noted" }>): void {
  const at = action.received_at;
  // New lists: whoever was given the old ones keeps them as they were.
  if (action.kind === "stated") {
    const { t, text } = action;
    folded.statements = [...folded.statements, { at, t, text }];
    return;
  }
  if (action.kind === "noted") {
    folded.notes = [...folded.notes, { at, by: action.by, text: action.text }];
    return;
  }
  const { by, verdict, reasons, note } = action;
  folded.verdicts = [...folded.verdicts, { at, by, verdict, reasons, note }];
}

/** How far a notice has come is told where it stands itself. */
function markReached(actions: AttemptAction[], entry: Extract<Action, { kind: "notice_reached" }>): void {
  const index = actions.findIndex((action) => action.n === entry.noticed_n);
  if (index === -1) return;
  const at = entry.received_at;
  // A new object: whoever was shown the old one keeps it as it was.
  actions[index] = { ...actions[index], [`${entry.step}_at`]: at };
}
