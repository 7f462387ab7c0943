/**
 * `deno task load --students N --url U [--code CODE] [--seconds S] [--interval MS] [--proctors N --username U] [--json]`:
 * simulated students join a running server's exam by its code and write, and it is told how soon they were answered. The
 * password of the proctors' account is read from `INVIGIL_LOAD_PASSWORD`. The exit code is 0 where the server held them.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { adviceOn, tooFewDescriptors } from "../load/advice.ts";
import { judge } from "../load/judgement.ts";
import { LoadHall } from "../load/load_hall.ts";
import { reportLines, reportObject } from "../load/load_report.ts";
import { WATCHED_MIX } from "../load/mixes.ts";
import { type LoadResult, Plan, type Said } from "../load/plan.ts";
import { runTask } from "../../server/tasks/run_task.ts";

/** What a student who writes produces: keys, their edits, some pointer. */
const EVENTS_PER_SECOND = 10;

/** Everybody has sent for so long before it is measured, ms; half of the measured time, where that is less. */
const WARM_UP_MS = 6_000;

/** Students who come back in the end to see what is stored. */
const VERIFIED = 1_000;

/** What failed: the run says that the server did not hold the students, or says nothing of it. */
const NOT_HELD = 1;

const whole = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(message).int(message).min(min, message).max(max, message);
};

const Options = z.object({
  students: whole(1, 25_000),
  url: z.url({ protocol: /^https?$/, error: "must be the address of a server, such as http://127.0.0.1:8000" }),
  code: z.string().min(1).default("DEMO"),
  seconds: whole(1, 3_600).default(30),
  interval: whole(100, 50_000).default(1_000),
  proctors: whole(0, 200).default(0),
  username: z.string().default("admin"),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

/** @throws {RangeError} A sentence that names the option that is wrong. */
function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      students: text,
      url: text,
      code: text,
      seconds: text,
      interval: text,
      proctors: text,
      username: text,
      json: { type: "boolean" },
    },
  });
  const parsed = Options.safeParse(values);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new RangeError(`Cannot load a server: --${path.join(".")} ${message}.`);
}

function planOf({ students, url, code, seconds, interval, proctors, username }: Options, password: string | undefined) {
  const durationMs = 1_000 * seconds;
  const warmUpMs = Math.min(WARM_UP_MS, durationMs / 2);
  if (proctors > 0 && password === undefined) {
    throw new RangeError(`Cannot watch the room: INVIGIL_LOAD_PASSWORD has no password of the account "${username}"`);
  }
  return Plan.parse({
    url,
    code,
    students,
    eventsPerBatch: Math.max(1, Math.round(interval * EVENTS_PER_SECOND / 1_000)),
    // One more than there are turns, and as many as a machine that is late may owe.
    batches: Math.ceil((warmUpMs + durationMs) / interval) + 30,
    personas: WATCHED_MIX,
    seed: 1,
    paper: "own",
    mode: { kind: "paced", intervalMs: interval },
    warmUpMs,
    durationMs,
    proctors: proctors === 0 ? undefined : { count: proctors, username, password },
    verify: Math.min(students, VERIFIED),
  });
}

/** @throws {RangeError} (rejects) In a sentence, where no server of ours is at an address. */
async function requireServer(url: string): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(new URL("/readyz", url));
  } catch (error) {
    throw new RangeError(`Nobody answers at ${url}: ${error instanceof Error ? error.message : error}`);
  }
  await answer.body?.cancel();
  if (!answer.ok) throw new RangeError(`The server at ${url} is not ready: /readyz answers ${answer.status}`);
}

async function runHall(plan: Plan, say: (line: string) => void): Promise<LoadResult> {
  let result: LoadResult | undefined;
  const hear = (said: Said): void => {
    if (said.said === "connected") say(`${said.students} students are connected`);
    if (said.said === "measuring") say(`Measuring for ${plan.durationMs / 1_000} s`);
    if (said.said === "result") result = said;
  };
  try {
    await new LoadHall(plan, hear, () => Promise.resolve()).run();
  } catch (error) {
    const advice = adviceOn(error, plan);
    throw advice === null ? error : new RangeError(advice);
  }
  if (result === undefined) throw new TypeError("The run ended without a result");
  return result;
}

async function readLimits(): Promise<string | null> {
  try {
    return await Deno.readTextFile("/proc/self/limits");
  } catch {
    return null;
  }
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const plan = planOf(options, Deno.env.get("INVIGIL_LOAD_PASSWORD"));
  const { students, proctors, url, json } = options;
  const tooFew = tooFewDescriptors(await readLimits(), students + proctors);
  if (tooFew !== null) throw new RangeError(tooFew);
  await requireServer(url);
  console.error(`${students} simulated students join ${options.code} at ${url}. They are invented.`);
  const result = await runHall(plan, (line) => console.error(line));
  const judgement = judge(result, students, options.interval);
  const asked = { students, intervalMs: options.interval, eventsPerBatch: plan.eventsPerBatch };
  if (json) console.log(JSON.stringify(reportObject(asked, result, judgement)));
  else for (const line of reportLines(asked, result, judgement)) console.log(line);
  return judgement.isHeld === true ? 0 : NOT_HELD;
}

if (import.meta.main) await runTask(main);
