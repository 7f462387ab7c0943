import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { ReplayPage, type ReplayStep } from "../../../protocol/replay.ts";
import { type CallFailure, callStaff } from "../../staff/staff_api.ts";
import { ReplayModel } from "./replay_model.ts";

/** What a replay stands on. */
export interface Recording {
  startedAt: number;
  endT: number;
  questions: readonly PaperQuestion[];
  steps: readonly ReplayStep[];
  /** Keys by second of the attempt. */
  keys: ReadonlyMap<number, number>;
  model: ReplayModel;
}

/** A page of a replay from the log's entry behind `after` on, or what went wrong. */
export type PageReader<Problem> = (
  after: number,
) => Promise<{ ok: true; value: ReplayPage } | { ok: false; error: Problem }>;

/** Reads pages of an attempt's replay as staff do. @param path Of the attempt's endpoint. */
export function staffPages(path: string): PageReader<CallFailure> {
  return (after) => callStaff({ method: "GET", path: `${path}/replay?after=${after}`, answer: ReplayPage });
}

/**
 * Reads all that a replay needs of an attempt, page by page.
 *
 * @returns It, or what went wrong.
 */
export async function readRecording<Problem>(read: PageReader<Problem>): Promise<Recording | { problem: Problem }> {
  const steps: ReplayStep[] = [];
  const keys = new Map<number, number>();
  let questions: readonly PaperQuestion[] = [];
  for (let after = 0;;) {
    const outcome = await read(after);
    if (!outcome.ok) return { problem: outcome.error };
    const page = outcome.value;
    steps.push(...page.steps);
    for (const [second, count] of page.keys) keys.set(second, (keys.get(second) ?? 0) + count);
    if (after === 0) questions = page.questions;
    if (page.next === null) {
      const endT = steps.reduce((end, { t }) => Math.max(end, t), page.end_t);
      return { startedAt: page.started_at, endT, questions, steps, keys, model: new ReplayModel(steps) };
    }
    after = page.next;
  }
}
