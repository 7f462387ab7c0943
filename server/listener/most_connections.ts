/**
 * Descriptors that are kept back where there are many: for the store and files, and for a queue of connections (511) that
 * is accepted in one go before those over the limit are closed.
 */
const KEPT_BACK = 1_000;

/** Where the machine does not say how many there are. */
const WITHOUT_LIMITS = 8_000;

/**
 * Connections that fit, at most. Past the last descriptor a listener goes deaf and stays so (Deno 2.9.6), so that one has to
 * be refused before.
 *
 * @param limits Content of `/proc/self/limits`, or null where there is none.
 *
 * @example
 * assert.equal(mostConnections("Max open files            65536                65536                files"), 64_536);
 */
export function mostConnections(limits: string | null): number {
  const soft = /^Max open files\s+(\d+)/m.exec(limits ?? "")?.[1];
  return soft === undefined ? WITHOUT_LIMITS : Math.max(Math.floor(Number(soft) / 2), Number(soft) - KEPT_BACK);
}

/** What this process may open, as Linux tells it. */
export async function readLimits(): Promise<string | null> {
  try {
    return await Deno.readTextFile("/proc/self/limits");
  } catch {
    return null;
  }
}
