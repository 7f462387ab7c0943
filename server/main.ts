/**
 * The server: the only file with side effects. It reads the environment, opens the store, puts the parts together
 * and serves.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { Attempts } from "./attempts/attempts.ts";
import { newId } from "./auth/tokens.ts";
import { attemptOfTokenHash } from "./attempts/student_token.ts";
import { createAuth } from "./auth/auth.ts";
import { readManifest } from "./build/manifest.ts";
import { readSettings, type Settings } from "./config.ts";
import { ensureDemoExam } from "./exams/ensure_demo_exam.ts";
import { Exams } from "./exams/exams.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { Committer, EMBEDDED_LIMITS, REMOTE_LIMITS } from "./log/committer.ts";
import { KvEventLog } from "./log/event_log.ts";
import { Logger } from "./logger.ts";
import { Metrics } from "./metrics.ts";
import { Rooms } from "./room/rooms.ts";
import type { ClosableSocket, Services } from "./services.ts";
import { SocketLimits } from "./socket_limits.ts";
import { openStore } from "./store/open_store.ts";
import { requireSecret } from "./store/secret.ts";
import { StoreHealth } from "./store/store_health.ts";

/** A server that runs. */
export interface RunningServer {
  url: string;
  services: Services;
  /** Password of the first account, where this start made it. */
  firstPassword: string | null;
  stop(): Promise<void>;
}

/** How long a stop waits for what is under way, ms; Deploy kills after 5 s. */
const STOP_WITHIN_MS = 4_000;

/** Makes the services on an open store. */
export async function createServices(settings: Settings, kv: Deno.Kv, isStopping: () => boolean): Promise<Services> {
  const now = () => Date.now();
  const instance = newId();
  const metrics = new Metrics();
  const logger = new Logger(now);
  const committer = new Committer(kv, settings.isKvRemote ? REMOTE_LIMITS : EMBEDDED_LIMITS);
  committer.onCommit = (durationMs) => metrics.committed(durationMs);
  const exams = new Exams(kv, now);
  const attempts = new Attempts({ kv, instance, exams, log: new KvEventLog(kv), committer, now });
  const rooms = new Rooms(attempts, (work, ms) => setTimeout(work, ms));
  const secret = await requireSecret(kv, settings.secret);
  const auth = createAuth({
    kv,
    now,
    secret,
    origins: {
      trustProxy: settings.trustProxy,
      allowedOrigins: settings.origin === undefined ? [] : [settings.origin],
    },
    attemptByToken: (hash) => attemptOfTokenHash(kv, hash),
    rates: {
      start_exam: { perMinute: settings.joinsPerMinute },
      create_session: { perMinute: settings.loginsPerMinute },
    },
  });
  const health = new StoreHealth(kv, instance, now);
  const sockets = new SocketLimits(settings.socketsPerAddress);
  const fault = (what: string, error: unknown): void => {
    metrics.faults++;
    logger.error(what, error);
  };
  rooms.onFault = fault;
  metrics.gauge("queue.depth", "", () => committer.depth);
  metrics.gauge("attempts.live", "", () => attempts.size);
  metrics.gauge("students.connected", "", () => rooms.links.size);
  metrics.gauge("rooms.open", "", () => rooms.size);
  metrics.gauge("sockets.open", "", () => sockets.size);
  metrics.gauge("memory.resident", "MB", () => Deno.memoryUsage().rss / 1e6);
  return {
    settings,
    kv,
    now,
    exams,
    attempts,
    rooms,
    auth,
    audit: auth.audit,
    metrics,
    sockets,
    proctorSockets: new Set<ClosableSocket>(),
    isStopping,
    isStoreReady: () => health.isReady(),
    fault,
  };
}

/**
 * Starts a server by its environment.
 *
 * @throws {RangeError} A sentence that says which setting is wrong.
 */
export async function startServer(environment: Record<string, string | undefined>): Promise<RunningServer> {
  const settings = readSettings(environment);
  const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
  const manifest = await readManifest(root);
  if (manifest === null) throw new RangeError("Cannot start: the pages are not built. Run `deno task build` first.");
  const kv = await openStore(settings);
  let isStopping = false;
  const services = await createServices(settings, kv, () => isStopping);
  const firstPassword = await services.auth.accounts.ensureFirstAdmin(settings.adminPassword, settings.isDemo);
  if (settings.isDemo) await ensureDemoExam(services);
  const handler = createApp({ services, manifest, root });
  const server = Deno.serve({ port: settings.port, hostname: settings.hostname, onListen: () => {} }, handler);
  const stopHousekeeping = startHousekeeping(services);
  const { port, hostname } = server.addr;
  const host = hostname === "0.0.0.0" ? "127.0.0.1" : hostname;

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    stopHousekeeping();
    services.rooms.close();
    for (const socket of services.proctorSockets) socket.comeBack();
    await withinTime(services.attempts.drained(), STOP_WITHIN_MS);
    await withinTime(server.shutdown(), 500);
    kv.close();
  }

  return { url: `http://${host}:${port}`, services, firstPassword, stop };
}

async function withinTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.then(() => {}, () => {}), late]);
  clearTimeout(timer);
}

/** Prints where the server is, and the first password where this start made it. */
export function announce({ url, firstPassword, services }: RunningServer): void {
  const lines = [`Invigil is ready at ${url}`];
  if (services.settings.isDemo) {
    lines.push(`  Students:  ${url}/join/DEMO   (exam code DEMO)`, `  Proctors:  ${url}/exams   (account admin)`);
  }
  if (firstPassword !== null) lines.push(`  Password of admin, shown this once: ${firstPassword}`);
  console.log(lines.join("\n"));
}

if (import.meta.main) {
  try {
    const running = await startServer(Deno.env.toObject());
    announce(running);
    const stop = () => void running.stop().then(() => Deno.exit(0));
    Deno.addSignalListener("SIGINT", stop);
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Deno.errors.AddrInUse)) throw error;
    console.error(
      error instanceof RangeError ? error.message : "Cannot start: the port is in use. Set PORT to another one.",
    );
    Deno.exit(1);
  }
}
