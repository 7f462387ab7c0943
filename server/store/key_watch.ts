import { withinTime } from "./within_time.ts";

/** How long a watch that broke is left alone before it is opened again, ms. */
const WATCH_AGAIN_MS = 1_000;

/** A look that takes longer than this is given up, ms: a store may leave a question without an answer for ever. */
const LOOK_WITHIN_MS = 5_000;

/**
 * Calls back when one of a few keys changes: by `watch` where the store has it, and by looking every `pollMs`
 * in any case. Two processes on one embedded file do not see each other's watches, and other stores may have none.
 *
 * @param keys Ten at most.
 * @param onChange Called after a change, and at every look; not twice at the same time, unless one takes 5 s.
 * @returns A function that ends it.
 */
export function watchKeys(
  kv: Pick<Deno.Kv, "watch">,
  keys: readonly Deno.KvKey[],
  pollMs: number,
  onChange: () => Promise<void>,
): () => void {
  let isOver = false;
  let isRunning = false;
  let isWanted = false;
  let reader: ReadableStreamDefaultReader<unknown> | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted && !isOver) {
        isWanted = false;
        await withinTime(onChange(), LOOK_WITHIN_MS).catch(() => {});
      }
    } finally {
      isRunning = false;
    }
  }

  /** Reads the watch until it breaks, and then opens another: looking is enough in between. */
  async function watch(): Promise<void> {
    try {
      reader = kv.watch([...keys]).getReader();
      for (;;) {
        const { done } = await reader.read();
        if (done || isOver) break;
        void run();
      }
    } catch {
      // No watch here, or the connection to the store broke.
    }
    if (!isOver) again = setTimeout(() => void watch(), WATCH_AGAIN_MS);
  }

  const timer = setInterval(() => void run(), pollMs);
  void watch();
  return () => {
    isOver = true;
    clearInterval(timer);
    clearTimeout(again);
    reader?.cancel().catch(() => {});
  };
}
