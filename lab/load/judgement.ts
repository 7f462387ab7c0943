import { generatorLimit } from "./generator_limit.ts";
import type { LoadResult } from "./plan.ts";

/** Whoever waits longer for an ack than this, one batch in a hundred, ms, waits too long. */
export const MOST_P99_MS = 250;

/** Of what was due, so much must have been answered within the measured time. */
const LEAST_ANSWERED = 0.98;

/** What a paced run says of a server. */
export interface Judgement {
  /** Whether the server holds the students; null where the run says nothing of it. */
  isHeld: boolean | null;
  sentence: string;
}

/** Acks a second that students who send so often would get of a server that keeps up. */
export function duePerSecond(students: number, intervalMs: number): number {
  return students * 1_000 / intervalMs;
}

/** Says in one sentence what a run of students, each with a batch every `intervalMs`, showed. */
export function judge(result: LoadResult, students: number, intervalMs: number): Judgement {
  const { ackMs, lateMs, lost, problems, acksPerSecond, generator } = result;
  const limit = generatorLimit({ generator, isSaturating: false, server: null });
  if (limit !== null) return unsaid(`${limit}. Let part of the load come from another machine.`);
  if (lateMs.p99 > MOST_P99_MS) {
    return unsaid(
      `The generator did not come to send in time, up to ${lateMs.p99} ms late (p99): give it a machine of its own.`,
    );
  }
  if (lost > 0) return missed(`${lost} batches of ${students} students were never acknowledged.`);
  if (problems.length > 0) return missed(`Not all went well with ${students} students: ${problems[0]}.`);
  const due = duePerSecond(students, intervalMs);
  if (acksPerSecond < due * LEAST_ANSWERED) {
    return missed(
      `The server does not keep up with ${students} students: ${rate(acksPerSecond)} of ${rate(due)} acks.`,
    );
  }
  if (ackMs.p99 > MOST_P99_MS) {
    return missed(
      `The server stores everything of ${students} students, but late: one batch in a hundred waited longer than ` +
        `${ackMs.p99} ms for its ack, and ${MOST_P99_MS} is what we call held.`,
    );
  }
  return {
    isHeld: true,
    sentence: `The server holds ${students} students: every batch was stored, 99 of 100 within ${ackMs.p99} ms.`,
  };
}

function unsaid(sentence: string): Judgement {
  return { isHeld: null, sentence: `This run says nothing of the server. ${sentence}` };
}

function missed(sentence: string): Judgement {
  return { isHeld: false, sentence };
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`;
}
