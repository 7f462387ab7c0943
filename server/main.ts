/**
 * The server: the only file with side effects. It reads the environment, opens the store, puts the parts together
 * and serves.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { readManifest } from "./build/manifest.ts";
import { readSettings } from "./config.ts";
import { createServices } from "./create_services.ts";
import { ensureDemoExam } from "./exams/ensure_demo_exam.ts";
import { startHousekeeping } from "./housekeeping.ts";
import type { Services } from "./services.ts";
import { openStore } from "./store/open_store.ts";

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
  const leaveCluster = await services.joinCluster();
  const { port, hostname } = server.addr;
  const host = hostname === "0.0.0.0" ? "127.0.0.1" : hostname;

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    stopHousekeeping();
    services.rooms.close();
    for (const socket of services.proctorSockets) socket.comeBack();
    await withinTime(services.attempts.drained(), STOP_WITHIN_MS);
    await withinTime(leaveCluster(), 500);
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
