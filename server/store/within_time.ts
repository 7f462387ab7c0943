import { StoreUnavailable } from "./store_unavailable.ts";

/**
 * Waits for work of the store, but not for ever: a store that cannot be reached may leave a question unanswered.
 *
 * @param ms How long, at most.
 * @throws {StoreUnavailable} (rejects) If the time is over, or as the work does.
 */
export async function withinTime<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`The store did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
