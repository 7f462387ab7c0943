import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan, PACE_MS, PACED_EVENTS } from "../plans.ts";
import { storeUse } from "../store_use.ts";

/** What a batch of a hall writes. */
export const store: Measurement = {
  metrics: ["store.mutations_per_batch", "store.bytes_per_batch"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 20 : 1_000;
    const { mutations, bytes, batches } = await storeUse(
      `${bench.scratch}/store.kv`,
      (url) => hallPlan(url, students, bench.isShort, 1_300),
    );
    const note =
      `${students} students at ${PACED_EVENTS} events every ${PACE_MS / 1_000} s; all that the server wrote ` +
      "meanwhile over the batches that it acknowledged";
    return [
      { metric: "store.mutations_per_batch", value: mutations, unit: "", goal: "≤ 1.1", n: batches, note },
      {
        metric: "store.bytes_per_batch",
        value: bytes,
        unit: "B",
        goal: "≤ 1,000",
        n: batches,
        note: `keys and values as they are stored; ${note}`,
      },
    ];
  },
};
