import { createRandom } from "../../scoring/models/random.ts";
import { freePort, type ServerProcess, startInvigil } from "../bench/server_process.ts";
import { checkStore, type Found } from "./check_store.ts";
import { openHall, type Witness } from "./hall.ts";

/** How a run goes. */
export interface CrashOptions {
  rounds: number;
  students: number;
  seed: number;
  /** The server lives between a third of this and all of it before it is killed, ms. */
  roundMs: number;
  say?: (line: string) => void;
}

/** What a run found. */
export interface CrashRun extends Found {
  reconnects: number;
  resends: number;
}

/** How long everybody may take to come back after the last crash, ms. */
const BACK_WITHIN_MS = 60_000;

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Kills the server with `kill -9` again and again while students write, starts it anew each time, and looks at the
 * store in the end. When a crash hits is drawn from the seed; what it hits is up to the machine.
 */
export async function crashRun({ rounds, students, seed, roundMs, say = () => {} }: CrashOptions): Promise<CrashRun> {
  const folder = await Deno.makeTempDir({ prefix: "invigil-crash-" });
  const path = `${folder}/crash.kv`;
  const port = freePort();
  const random = createRandom(seed);
  // Two instances, however many cores there are: each is killed while it writes, and takes over from both.
  const env = { INVIGIL_WORKERS: "2" };
  let server: ServerProcess = await startInvigil(path, { port, env });
  let witnesses: Witness[] = [];
  try {
    witnesses = await openHall(server.url, students, seed);
    for (let round = 1; round <= rounds; round++) {
      await sleep(roundMs * (1 + 2 * random()) / 3);
      await server.kill();
      say(`round ${round}: killed after ${count(witnesses)} acknowledged batches`);
      await sleep(random() * 300);
      server = await startInvigil(path, { port, env });
    }
    await everybodyIsBack(witnesses);
    for (const { student } of witnesses) student.stop();
    await server.stop();
    const found = await checkStore(path, witnesses);
    return {
      ...found,
      reconnects: witnesses.reduce((sum, { student }) => sum + student.link.reconnects, 0),
      resends: witnesses.reduce((sum, { student }) => sum + student.link.watch.resends, 0),
    };
  } finally {
    for (const { student } of witnesses) student.stop();
    await server.kill();
    await Deno.remove(folder, { recursive: true });
  }
}

function count(witnesses: readonly Witness[]): number {
  return witnesses.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}

/** Waits until each student has had something acknowledged since the last start. */
async function everybodyIsBack(witnesses: readonly Witness[]): Promise<void> {
  const before = witnesses.map(({ acknowledged }) => acknowledged.length);
  const until = performance.now() + BACK_WITHIN_MS;
  const isBack = ({ acknowledged, student }: Witness, index: number) =>
    acknowledged.length > before[index] || student.link.isClosed || student.isOffline;
  while (!witnesses.every(isBack)) {
    if (performance.now() > until) throw new Error("Not every student came back after the last crash");
    await sleep(50);
  }
}
