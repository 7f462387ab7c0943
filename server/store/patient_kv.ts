/** How long a locked file is waited for, ms, before the error is everybody's. */
const PATIENCE_MS = 4_000;

/** The longest pause between two tries, ms. */
const PAUSE_MS = 20;

/**
 * Makes a store wait where its file is locked by another isolate or process: such a write was not begun, so that it
 * may be tried again. One instance alone never meets this; `deno serve --parallel` on an embedded store does.
 *
 * @returns The same store.
 */
export function patientKv(kv: Deno.Kv): Deno.Kv {
  const { atomic, set, delete: remove } = kv;
  kv.atomic = () => {
    const operation = atomic.call(kv);
    const { commit } = operation;
    operation.commit = () => untilUnlocked(() => commit.call(operation));
    return operation;
  };
  kv.set = (key, value, options) => untilUnlocked(() => set.call(kv, key, value, options));
  kv.delete = (key) => untilUnlocked(() => remove.call(kv, key));
  return kv;
}

async function untilUnlocked<Value>(write: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      const isLocked = error instanceof Error && error.message.includes("database is locked");
      if (!isLocked || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS));
    }
  }
}
