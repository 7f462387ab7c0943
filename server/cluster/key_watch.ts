/**
 * Calls back when one of a few keys changes: by `watch` where the store has it, and by looking every `pollMs`
 * in any case. Two processes on one embedded file do not see each other's watches, and other stores may have none.
 *
 * @param keys Ten at most.
 * @param onChange Called after a change, and at every look; never twice at the same time.
 * @returns A function that ends it.
 */
export function watchKeys(
  kv: Deno.Kv,
  keys: readonly Deno.KvKey[],
  pollMs: number,
  onChange: () => Promise<void>,
): () => void {
  let isOver = false;
  let isRunning = false;
  let isWanted = false;

  async function run(): Promise<void> {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted && !isOver) {
        isWanted = false;
        await onChange().catch(() => {});
      }
    } finally {
      isRunning = false;
    }
  }

  const timer = setInterval(() => void run(), pollMs);
  const reader = kv.watch([...keys]).getReader();
  (async () => {
    for (;;) {
      const { done } = await reader.read();
      if (done || isOver) return;
      void run();
    }
  })().catch(() => {
    // Without watches, looking is enough.
  });
  return () => {
    isOver = true;
    clearInterval(timer);
    reader.cancel().catch(() => {});
  };
}
