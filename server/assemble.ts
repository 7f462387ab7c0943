import { fileURLToPath } from "node:url";
import { createApp, type Handler } from "../routes/app.ts";
import { ratesOf } from "../routes/edge/rate.ts";
import { readManifest } from "./build/manifest.ts";
import { readSettings, type Settings } from "./config.ts";
import { Siblings } from "./cluster/siblings.ts";
import { createServices } from "./create_services.ts";
import { EmbedOrigins } from "./exams/embed_origins.ts";
import { ensureDemoExam } from "./exams/ensure_demo_exam.ts";
import { settlePublications } from "./exams/settle_publications.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { keepTime } from "./keep_time.ts";
import { Logger } from "./logger.ts";
import type { Services } from "./services.ts";
import { bootId, machineTime, startClock } from "./clock/start_clock.ts";
import { openMigrated } from "./store/open_migrated.ts";
import type { openStore } from "./store/open_store.ts";
import { createStores } from "./store/stores.ts";

/** How long a stop waits for what is under way, ms; Deploy kills after 5 s. */
const STOP_WITHIN_MS = 4_000;

/** An instance that is ready to answer, whoever listens for it. */
export interface Assembled {
  settings: Settings;
  services: Services;
  handler: Handler;
  /** Password of the first account, where this start made it. */
  firstPassword: string | null;
  /** Sends everybody away with a word to come back, and stores what is under way. */
  stop(): Promise<void>;
}

/** What an instance is given besides its environment. */
export interface Assembling {
  /** Opens the store; tests give one that fails. */
  open?: typeof openStore;
  /** The other instances of the process. */
  siblings?: Siblings;
}

/**
 * Puts an instance together by its environment: settings, store, services, jobs and the handler of requests.
 *
 * @throws {RangeError} A sentence that says which setting is wrong, or what is missing.
 */
export async function assemble(
  environment: Record<string, string | undefined>,
  { open, siblings = new Siblings() }: Assembling = {},
): Promise<Assembled> {
  const settings = readSettings(environment);
  const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
  const manifest = await readManifest(root);
  if (manifest === null) throw new RangeError("Cannot start: the pages are not built. Run `deno task build` first.");
  const logger = new Logger(() => Date.now());
  const kv = await openMigrated(settings, (what) => logger.info(what), open);
  let isStopping = false;
  const stores = createStores(kv);
  const [sources, boot] = [machineTime(), await bootId()];
  const clock = await startClock(stores, sources, boot);
  const services = await createServices(settings, stores, () => isStopping, {
    now: clock.now,
    clockJump: () => clock.jump,
    siblings,
  });
  await services.retention.begin();
  const stopClock = keepTime(services, clock, { sources, boot, logger });
  const { accounts } = services.auth;
  const { firstPassword, settled } = await accounts.startFirstAdmin(settings.adminPassword, settings.isDemo);
  settled.catch((error) => services.fault("Applying the password of the environment", error));
  // Before anybody asks for an exam: what a process that was killed while it published has left.
  await settlePublications({ stores: services.stores, accounts, now: services.now });
  if (settings.isDemo) await ensureDemoExam(services);
  const stopHousekeeping = startHousekeeping(services);
  const leaveCluster = await services.joinCluster();

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    const settledJobs = Promise.all([stopHousekeeping(), stopClock()]);
    services.readings.end();
    services.rooms.close();
    for (const socket of services.proctorSockets) socket.comeBack();
    await inTime(services.attempts.drained(), STOP_WITHIN_MS);
    await inTime(settledJobs, 500);
    await inTime(leaveCluster(), 500);
    await inTime(stores.retireLog(stores.ownLog.id), 500);
    await inTime(settled, 500);
    siblings.close();
    kv.close();
  }

  const embedOrigins = new EmbedOrigins(services.exams, stores, services.now);
  const handler = createApp({ services, manifest, root, embedOrigins, rates: ratesOf(settings) });
  return { settings, services, handler, firstPassword, stop };
}

/** Waits for work to end in whichever way, or for the time to be over. */
export async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.then(() => {}, () => {}), late]);
  clearTimeout(timer);
}
