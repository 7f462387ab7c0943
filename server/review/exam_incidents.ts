import type { ExamOverview } from "../../protocol/exam_overview.ts";
import type { Flag } from "../../protocol/flag.ts";
import { wilsonInterval } from "../../scoring/wilson_interval.ts";
import { lossMinutes } from "../attempts/connection_losses.ts";
import { questionAt, type QuestionViews } from "../attempts/question_time.ts";
import type { LastFold } from "./last_fold.ts";

/** Moments are told in so many spans of time, at most. */
const MOST_SPANS = 60;

const MINUTE_MS = 60_000;

/** A flag as far as an overview needs it. */
export type ToldFlag = Pick<Flag, "flag_id" | "t" | "rule" | "state">;

/** What an overview needs of an attempt to say when, at which question and by which signal something came up. */
export interface Incidents {
  flags: readonly ToldFlag[];
  /** Which question was in view from when on; null where it is not kept. */
  views: QuestionViews | null;
  /** Minutes in which the network was lost, and how often; null where it is not kept. */
  losses: readonly (readonly [minute: number, count: number])[] | null;
  /** What the flags of the rule for the risk rested on, by their ids; null where it is not kept. */
  raised: ReadonlyMap<string, readonly string[]> | null;
}

/** Of what is kept of an attempt, and its flags. */
export function incidentsOf({ times, losses, raised }: LastFold["held"], flags: readonly ToldFlag[]): Incidents {
  return {
    flags,
    views: times?.views ?? null,
    losses: losses === undefined ? null : lossMinutes(losses),
    raised: raised === undefined ? null : new Map(raised.map(({ flag_id, names }) => [flag_id, names])),
  };
}

interface Spans {
  width: number;
  /** The span that a minute lies in. */
  of: (minute: number) => number;
  /** As many zeros as there are spans. */
  zeros: () => number[];
}

function spansOf(minutes: readonly number[]): Spans {
  const last = minutes.reduce((most, minute) => Math.max(most, minute), -1);
  const width = Math.max(1, Math.ceil((last + 1) / MOST_SPANS));
  return {
    width,
    of: (minute) => Math.floor(minute / width),
    zeros: () => Array(Math.ceil((last + 1) / width)).fill(0),
  };
}

/** Flags by the minute of their moments. */
export function flagMinutes(flags: readonly Pick<Flag, "t">[]): ExamOverview["flag_minutes"] {
  const minutes = flags.map(({ t }) => Math.floor(Math.max(0, t) / MINUTE_MS));
  const { width, of, zeros } = spansOf(minutes);
  const counts = zeros();
  for (const minute of minutes) counts[of(minute)]++;
  return { width, counts };
}

/** Flags by the question that was in view at their moments. */
export function flagQuestions(
  over: readonly Incidents[],
  questions: readonly string[],
): ExamOverview["flag_questions"] {
  const byQuestion = new Map(questions.map((question) => [question, { flags: 0, confirmed: 0, attempts: 0 }]));
  let unknown = 0;
  for (const { flags, views } of over) {
    const met = new Set<string>();
    for (const { t, state } of flags) {
      const question = views === null ? null : questionAt(views, t);
      const told = question === null ? undefined : byQuestion.get(question);
      if (question === null || told === undefined) {
        unknown++;
        continue;
      }
      told.flags++;
      if (state === "confirmed") told.confirmed++;
      if (!met.has(question)) told.attempts++;
      met.add(question);
    }
  }
  return { questions: [...byQuestion].map(([question, told]) => ({ question, ...told })), unknown };
}

/** When browsers lost the network, and how many attempts that met. */
export function lossesOf(over: readonly Incidents[]): ExamOverview["losses"] {
  const kept = over.flatMap(({ losses }) => losses === null ? [] : [losses]);
  const { width, of, zeros } = spansOf(kept.flatMap((losses) => losses.map(([minute]) => minute)));
  const counts = zeros();
  const attempts = zeros();
  for (const losses of kept) {
    for (const [minute, count] of losses) counts[of(minute)] += count;
    for (const span of new Set(losses.map(([minute]) => of(minute)))) attempts[span]++;
  }
  return {
    of: kept.length,
    attempts: kept.filter((losses) => losses.length > 0).length,
    spans: { width, counts, attempts },
  };
}

/** What people made of the flags of the rule for the risk, by what had a share of the score then; the most flags first. */
export function signalFlags(over: readonly Incidents[]): ExamOverview["signal_flags"] {
  const bySignal = new Map<string, Record<Flag["state"], number>>();
  let unknown = 0;
  for (const { flags, raised } of over) {
    for (const { flag_id, rule, state } of flags) {
      if (rule?.code !== "risk_above") continue;
      const names = raised?.get(flag_id) ?? [];
      if (names.length === 0) unknown++;
      for (const name of names) {
        const told = bySignal.get(name) ?? { open: 0, confirmed: 0, dismissed: 0 };
        told[state]++;
        bySignal.set(name, told);
      }
    }
  }
  const signals = [...bySignal].map(([name, { open, confirmed, dismissed }]) => {
    const decided = confirmed + dismissed;
    const share = decided === 0 ? null : wilsonInterval(confirmed, decided);
    return { name, flags: open + decided, confirmed, dismissed, open, share };
  });
  return { signals: signals.sort((a, b) => b.flags - a.flags || (a.name < b.name ? -1 : 1)), unknown };
}
