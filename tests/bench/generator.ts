/**
 * The load generator, a process of its own: a {@link Plan} as one JSON line on standard input, then `go` lines;
 * what it {@link Said} as JSON lines on standard output.
 */
import { createInterface } from "node:readline";
import process from "node:process";
import { LoadHall } from "../../lab/load/load_hall.ts";
import { Plan } from "../../lab/load/plan.ts";

async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const first = await lines.next();
  const plan = Plan.parse(JSON.parse(String(first.value)));
  const hall = new LoadHall(plan, (said) => console.log(JSON.stringify(said)), async () => {
    await lines.next();
  });
  await hall.run();
  process.exit(0);
}

if (import.meta.main) await main();
