import { batchesInOrder } from "./batches_in_order.ts";
import { dropOldSnapshots } from "./drop_old_snapshots.ts";
import { indexRosters } from "./index_rosters.ts";
import type { Migration } from "./migration.ts";
import { sealOldLogs } from "./seal_old_logs.ts";

/** Every migration there ever was, in order: a store of version `n` has been through the first `n` of them. */
export const MIGRATIONS: readonly Migration[] = [dropOldSnapshots, sealOldLogs, indexRosters, batchesInOrder];
