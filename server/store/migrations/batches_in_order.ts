import type { Migration } from "./migration.ts";

/**
 * Batches lie in the logs of instances now, in the order of commits, and blocks under an attempt's keys say where. Entries of before
 * stay where they are and are read there. Nothing is changed but the version, so that a server of before leaves such a store alone.
 */
export const batchesInOrder: Migration = {
  name: "batches_in_order",
  step: () => Promise.resolve({ mutations: [], seen: 0, cursor: null }),
};
