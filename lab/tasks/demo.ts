/**
 * `deno task demo [--students N] [--speed X]`: the server of `deno task start`, with simulated students who sit the
 * demo exam over real sockets until Ctrl-C. `INVIGIL_DEMO_SEED` seats other students.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { DEMO_EXAM } from "../../server/exams/demo_exam.ts";
import { announce } from "../../server/announce.ts";
import { startServer } from "../../server/start_server.ts";
import { DemoHall } from "../students/demo_hall.ts";

const Options = z.object({
  students: z.coerce.number().int().min(1).max(5_000).default(30),
  speed: z.coerce.number().min(0.1).max(60).default(1),
  seed: z.coerce.number().int().default(1),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: Deno.args,
    options: { students: { type: "string" }, speed: { type: "string" } },
  });
  const options = Options.parse({ ...values, seed: Deno.env.get("INVIGIL_DEMO_SEED") });
  const server = await startServer({ ...Deno.env.toObject(), INVIGIL_DEMO: "on" });
  announce({ ...server, isDemo: true });
  const hall = new DemoHall({
    url: server.url,
    code: DEMO_EXAM.code,
    ...options,
    onRefused: (reason) => console.error(`A simulated student could not come in: ${reason}`),
  });
  console.log(
    `${options.students} simulated students are coming in (seed ${options.seed}). They are invented: no person's ` +
      "data is in them. Stop with Ctrl-C.",
  );
  hall.open();
  const leave = (): void => {
    hall.close();
    void server.stop().then(() => Deno.exit(0));
  };
  Deno.addSignalListener("SIGINT", leave);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", leave);
}

if (import.meta.main) await main();
