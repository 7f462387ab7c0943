import { startServer } from "../../server/start_server.ts";
import { openStore } from "../../server/store/open_store.ts";
import type { GivenPlan } from "../../lab/load/plan.ts";
import { type KvUse, meter } from "../support/kv_meter.ts";
import { LoadProcess } from "./load_process.ts";
import { requireWell } from "./run_load.ts";
import { environmentOf } from "./server_process.ts";

/** What a batch costs the store, with its share of all that a running server writes besides. */
export interface StoreUse {
  mutations: number;
  /** Of keys and values as they are stored. */
  bytes: number;
  /** Batches that were acknowledged meanwhile. */
  batches: number;
}

/**
 * Counts what a server asks of its store while students send by a plan. The server runs in this process, since its store is
 * counted from inside; how fast it is does not matter here.
 */
export async function storeUse(kvPath: string, planAt: (url: string) => GivenPlan): Promise<StoreUse> {
  let use: KvUse | undefined;
  const server = await startServer({ ...environmentOf(kvPath), PORT: "0" }, {
    async open(settings) {
      const kv = await openStore(settings);
      use = meter(kv);
      return kv;
    },
  });
  const load = new LoadProcess(planAt(server.url));
  try {
    await load.until("measuring");
    const before = { ...use };
    await load.until("measured");
    const after = { ...use };
    const result = await load.result();
    requireWell(result);
    const { n: batches } = result.ackMs;
    const of = (figure: "mutations" | "bytes") => ((after[figure] ?? 0) - (before[figure] ?? 0)) / batches;
    return { mutations: of("mutations"), bytes: of("bytes"), batches };
  } finally {
    await load.abort();
    await server.stop();
  }
}
