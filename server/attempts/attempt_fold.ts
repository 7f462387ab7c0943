import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import type { BatchEntry, ScoringContext } from "../../protocol/log_entry.ts";
import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { createState, fold, type ScoreState } from "../../scoring/fold.ts";
import { EditClock } from "./edit_clock.ts";
import type { Action } from "./interventions.ts";
import { Timeline } from "./timeline.ts";

/** Actions kept for each attempt, at most: the first, and the newest. The log has them all. */
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
  sheet: AnswerSheet;
  clock: EditClock;
  timeline: Timeline;
  /** What was done to the attempt besides the student's own batches, oldest first. */
  actions: AttemptAction[];
}

/** What an entry says, whether it is in the log already or about to be put there. */
type Foldable = Pick<BatchEntry, "kind" | "events" | "late" | "received_at"> | Action;

/**
 * The fold of an empty log.
 *
 * @param questions Ids of the exam's questions; answers to others do not count.
 */
export function createFold(questions: ReadonlySet<string>): AttemptFold {
  return {
    n: 0,
    lastT: 0,
    score: createState(),
    report: null,
    sheet: new AnswerSheet(questions),
    clock: new EditClock(),
    timeline: new Timeline(),
    actions: [],
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
  if (entry.kind === "batch") takeBatch(folded, entry, report.risk);
  else takeAction(folded, entry);
  return report;
}

function takeBatch(folded: AttemptFold, { events, received_at }: Foldable & { kind: "batch" }, risk: number): void {
  const { sheet, clock, timeline } = folded;
  folded.lastT = Math.max(folded.lastT, events[events.length - 1].t);
  timeline.add(folded.lastT, risk);
  const untilT = clock.untilT(received_at);
  for (const event of events) sheet.apply(event, untilT);
}

function takeAction({ n, sheet, clock, actions }: AttemptFold, action: Action): void {
  clock.follow(action);
  if (action.kind === "answered") sheet.set(action.answers);
  actions.push({
    ...{ n, kind: action.kind, at: action.received_at, by: action.by, reason: action.reason },
    ...("until" in action && { until: action.until }),
    ...("reason_hash" in action && { reason_hash: action.reason_hash }),
  });
  if (actions.length > MOST_ACTIONS) actions.splice(1, 1);
}
