import { z } from "zod";

/** What of a browser's trace {@link frameWork} reads. */
export const FRAME_CATEGORIES: readonly string[] = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

const Trace = z.object({
  traceEvents: z.array(z.object({
    name: z.string(),
    ph: z.string(),
    pid: z.number(),
    tid: z.number(),
    /** Begin and duration, µs. */
    ts: z.number(),
    dur: z.number().optional(),
    /** Of it, on a processor, µs; absent where the system does not tell. */
    tdur: z.number().optional(),
  })),
});

const TASK = "RunTask";
const FRAME = "FireAnimationFrame";

/**
 * How long a page's thread worked between each two of its frames, ms on a processor, from a trace of the browser: what it waited for a
 * processor is the measuring machine's, which also runs the server and every student.
 *
 * The thread is the one on which most animation frames were drawn. Tasks do not overlap; one that reaches over a frame
 * counts for the frame that it began before.
 *
 * @param given A trace as Chromium writes it.
 */
export function frameWork(given: unknown): number[] {
  const { traceEvents } = Trace.parse(given);
  const threads = Map.groupBy(
    traceEvents.filter(({ name }) => name === FRAME),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  const [thread, drawn] = [...threads].sort((a, b) => b[1].length - a[1].length)[0] ?? ["", []];
  const frames = drawn.map(({ ts }) => ts).sort((a, b) => a - b);
  const work = Array<number>(Math.max(0, frames.length - 1)).fill(0);
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) =>
    name === TASK && ph === "X" && `${pid} ${tid}` === thread
  );
  tasks.sort((a, b) => a.ts - b.ts);
  let at = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    // The frame's own task begins a little before its animation frame fires: it counts for that frame.
    while (at < work.length && frames[at + 1] <= ts + dur) at++;
    if (at < work.length && ts + dur >= frames[0]) work[at] += tdur / 1_000;
  }
  return work;
}
