import { generatorShare } from "./generator_limit.ts";
import { duePerSecond, type Judgement } from "./judgement.ts";
import type { Latencies, LoadResult } from "./plan.ts";

/** What a run was of. */
interface Asked {
  students: number;
  intervalMs: number;
  eventsPerBatch: number;
}

/** A run as a person reads it, line by line. */
export function reportLines(asked: Asked, result: LoadResult, { sentence }: Judgement): string[] {
  const { acksPerSecond, ackMs, pushMs, lateMs, lost, problems, sentBytes, seconds, generator } = result;
  const { students, intervalMs, eventsPerBatch } = asked;
  const due = duePerSecond(students, intervalMs);
  const rows = [
    ["load", `${students} students, ${eventsPerBatch} events every ${intervalMs} ms each, ${seconds.toFixed(1)} s`],
    ["acks", `${acksPerSecond.toFixed(1)} a second of ${due.toFixed(1)} that were due`],
    ["send to ack", latencyWords(ackMs)],
    ...(pushMs.n === 0 ? [] : [["send to proctor", latencyWords(pushMs)]]),
    ["lost", String(lost)],
    ["problems", problems.length === 0 ? "none" : problems.join("; ")],
    ["sent", `${(sentBytes / 1e6).toFixed(1)} MB, ${(sentBytes * 8 / 1e6 / seconds).toFixed(2)} Mbit/s`],
    ["this machine", `${generatorShare(generator)}; batches went out up to ${lateMs.p99} ms late (p99)`],
  ];
  return [...rows.map(([name, text]) => `${name.padEnd(16)} ${text}`), "", sentence];
}

/** The same for programs: one object. */
export function reportObject(asked: Asked, result: LoadResult, { isHeld, sentence }: Judgement) {
  const { pushMs, generator } = result;
  return {
    students: asked.students,
    interval_ms: asked.intervalMs,
    events_per_batch: asked.eventsPerBatch,
    seconds: result.seconds,
    acks_per_s: result.acksPerSecond,
    due_per_s: duePerSecond(asked.students, asked.intervalMs),
    ack_ms: result.ackMs,
    push_ms: pushMs.n === 0 ? null : pushMs,
    lost: result.lost,
    problems: result.problems,
    sent_bytes: result.sentBytes,
    late_p99_ms: result.lateMs.p99,
    generator_cores: generator.process,
    generator_thread: generator.thread,
    is_held: isHeld,
    judgement: sentence,
  };
}

function latencyWords({ p50, p90, p99, p999, most }: Latencies): string {
  return `p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, p99.9 ${p999} ms, longest ${most} ms`;
}
