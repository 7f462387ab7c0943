/** How long an answer is waited for, in ms. */
const ANSWER_WITHIN_MS = 8_000;

/**
 * What time it is at the server, to the second, by the head of its answer to `GET /ping`; null where it does not say.
 *
 * @returns ms since 1970.
 */
export async function serverTimeNow(): Promise<number | null> {
  try {
    const { headers } = await fetch("/ping", { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const at = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
}
