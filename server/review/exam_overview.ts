import { quantileSorted } from "simple-statistics";
import type { ExamOverview, FlagSource } from "../../protocol/exam_overview.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { questionOfAnswer } from "../../protocol/items/answer_ids.ts";
import { type Contribution, riskLevel } from "../../protocol/risk.ts";
import type { VerdictWord } from "../../protocol/verdict_word.ts";
import { wilsonInterval } from "../../scoring/wilson_interval.ts";
import { flagMinutes, flagQuestions, type Incidents, lossesOf, signalFlags } from "./exam_incidents.ts";

/** A signal spoke where its share of the score was at least so many points. */
const LEAST_POINTS = 1;

/** An attempt that is over, as far as an overview needs it. */
export interface OverAttempt extends Incidents {
  peak: number;
  endedBy: keyof ExamOverview["ended_by"] | null;
  isTakenOver: boolean;
  contributions: readonly Contribution[];
  /** The verdict that counts, with its reasons; null for none. */
  verdict: { word: VerdictWord; reasons: readonly string[] } | null;
  /** Time in view of each question, ms; null where it is not kept. */
  times: ReadonlyMap<string, number> | null;
  /** Characters of text in the answer to each question; null where the answers are gone. */
  written: ReadonlyMap<string, number> | null;
}

/** Characters of text in the answers to each question, those of its gaps together. */
export function writtenIn(answers: Answers): Map<string, number> {
  const written = new Map<string, number>();
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer !== "string") continue;
    const question = questionOfAnswer(id);
    written.set(question, (written.get(question) ?? 0) + answer.length);
  }
  return written;
}

/**
 * What an exam's attempts come to. Pure.
 *
 * @param questions Ids of the exam's questions, in their order.
 * @param signals Names of the scorer's signals, in the order in which they are told.
 */
export function examOverview(
  over: readonly OverAttempt[],
  { underWay, questions, signals }: { underWay: number; questions: readonly string[]; signals: readonly string[] },
): ExamOverview {
  const levels = { low: 0, medium: 0, high: 0 };
  const peaks: number[] = Array(10).fill(0);
  const ended_by = { student: 0, deadline: 0, risk: 0, proctor: 0 };
  for (const { peak, endedBy } of over) {
    levels[riskLevel(peak)]++;
    // A peak of 30 is low, and stands with those below it.
    peaks[Math.min(9, Math.max(0, Math.ceil(peak / 10) - 1))]++;
    if (endedBy !== null) ended_by[endedBy]++;
  }
  const flags = over.flatMap((one) => one.flags);
  return {
    attempts: over.length,
    under_way: underWay,
    levels,
    peaks,
    taken_over: over.filter(({ isTakenOver }) => isTakenOver).length,
    ended_by,
    flag_minutes: flagMinutes(flags),
    flags: (["person", "risk_above", "not_applied"] as const).flatMap((source) => decidedOf(flags, source)),
    flag_questions: flagQuestions(over, questions),
    signal_flags: signalFlags(over),
    losses: lossesOf(over),
    signals: signals.flatMap((name) => signalOf(over, name)),
    questions: questions.map((question) => questionOf(over, question)),
    times_of: over.filter(({ times }) => times !== null).length,
  };
}

function decidedOf(flags: OverAttempt["flags"], source: FlagSource): ExamOverview["flags"] {
  const own = flags.filter(({ rule }) => (rule?.code ?? "person") === source);
  if (own.length === 0) return [];
  const [open, confirmed, dismissed] = (["open", "confirmed", "dismissed"] as const).map((state) =>
    own.filter((flag) => flag.state === state).length
  );
  const decided = confirmed + dismissed;
  return [{ source, open, confirmed, dismissed, share: decided === 0 ? null : wilsonInterval(confirmed, decided) }];
}

function signalOf(over: readonly OverAttempt[], name: string): ExamOverview["signals"] {
  const verdicts = over.flatMap(({ verdict, contributions }) => {
    if (verdict === null) return [];
    const hasSpoken = contributions.some((one) => one.name === name && one.points >= LEAST_POINTS);
    return hasSpoken || verdict.reasons.includes(name) ? [verdict] : [];
  });
  if (verdicts.length === 0) return [];
  const named = verdicts.filter(({ word, reasons }) => word !== "satisfactory" && reasons.includes(name)).length;
  const satisfactory = verdicts.filter(({ word }) => word === "satisfactory").length;
  const spoke = verdicts.length;
  return [{ name, spoke, named, satisfactory, share: wilsonInterval(named, spoke) }];
}

function questionOf(over: readonly OverAttempt[], question: string): ExamOverview["questions"][number] {
  const seconds = over.map(({ times }) => (times?.get(question) ?? 0) / 1_000).filter((inView) => inView > 0);
  const characters = over.map(({ written }) => written?.get(question) ?? 0).filter((length) => length > 0);
  return {
    question,
    n: seconds.length,
    quartile_seconds: quartilesOf(seconds),
    written: characters.length,
    quartile_characters: quartilesOf(characters),
  };
}

function quartilesOf(values: readonly number[]): [number, number, number] | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => quantileSorted(sorted, share);
  return sorted.length === 0 ? null : [at(0.25), at(0.5), at(0.75)];
}
