/**
 * `deno task restore --from FILE`: puts a backup into the store that the settings name, which must be empty. Every
 * byte of the file is checked before anything is written. Start the server afterwards.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { readSettings } from "../config.ts";
import { restore } from "../delivery/restore.ts";
import { openStore } from "../store/open_store.ts";
import { createStores } from "../store/stores.ts";
import { boundValues } from "./bound_values.ts";
import { runTask } from "./run_task.ts";

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args: boundValues(args, ["from"]), options: { from: { type: "string" } } });
  const { from } = values;
  if (from === undefined) throw new RangeError("Usage: deno task restore --from FILE");
  const kv = await openStore(readSettings(Deno.env.toObject()));
  try {
    const restored = await restore(createStores(kv).whole, async () => (await Deno.open(from)).readable);
    console.log(`Restored ${restored} entries from ${from}.`);
  } finally {
    kv.close();
  }
}

if (import.meta.main) await runTask(main);
