import { BATCH_INTERVAL_MS, HEARTBEAT_MS, MAX_MESSAGES_PER_SECOND } from "../../protocol/limits.ts";

/** How often a link speaks. */
export const PAGE_PACE = {
  /** What was recorded is closed as a batch this often, and what waits for an answer is looked after, in ms. */
  batchMs: BATCH_INTERVAL_MS,
  /** Batches that go out in a second, at most: half of what the server takes, so that a long outbox never meets the limit. */
  batchesPerSecond: MAX_MESSAGES_PER_SECOND / 2,
  /** Nothing said for this long: a ping goes out, in ms. */
  pingAfterMs: HEARTBEAT_MS - 100,
};
