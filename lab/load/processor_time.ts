import { cpuUsage } from "node:process";

/** Processor time of this process so far. */
export interface ProcessorTime {
  /** Of all its threads, ms. */
  processMs: number;
  /** Of the one that runs JavaScript, ms. */
  threadMs: number;
  /** How long that thread could have run and waited for a processor, ms; 0 where the system does not tell. */
  waitedMs: number;
}

/** What this process took of the machine over some time, as shares of one core. */
export interface ProcessorUse {
  process: number;
  thread: number;
  waited: number;
}

/** Processor time until now. */
export function processorTime(): ProcessorTime {
  const { user, system } = cpuUsage();
  const processMs = (user + system) / 1_000;
  try {
    // Of the thread that asks: nanoseconds that it ran, and that it waited to run.
    const [ran, waited] = Deno.readTextFileSync("/proc/thread-self/schedstat").split(" ").map(Number);
    return { processMs, threadMs: ran / 1e6, waitedMs: waited / 1e6 };
  } catch {
    // Not Linux: what all threads took is not less.
    return { processMs, threadMs: processMs, waitedMs: 0 };
  }
}

/** Shares of one core between two moments. @param ms From the first to the second. */
export function processorUse(from: ProcessorTime, to: ProcessorTime, ms: number): ProcessorUse {
  return {
    process: (to.processMs - from.processMs) / ms,
    thread: (to.threadMs - from.threadMs) / ms,
    waited: (to.waitedMs - from.waitedMs) / ms,
  };
}
