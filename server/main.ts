/**
 * The server as a process of its own: reads the environment, listens, and stops on a signal. Where the machine has several
 * cores, several instances of the server share the port and the store ({@link ./workers/supervisor.ts}).
 * {@link ./serve.ts} is the same for whoever brings a listener along: `deno serve` and Deno Deploy.
 *
 * @module
 */
import { announce } from "./announce.ts";
import { readSettings } from "./config.ts";
import { type RunningProcess, startWorkers } from "./workers/supervisor.ts";

/** One server in this isolate, or several in workers: then the server's own modules are loaded there alone. */
async function start(environment: Record<string, string | undefined>): Promise<RunningProcess> {
  const { workers, isDemo, port, hostname } = readSettings(environment);
  const running = workers > 1
    ? await startWorkers(environment, { count: workers, port, hostname })
    : await (await import("./start_server.ts")).startServer(environment);
  announce({ ...running, isDemo });
  return running;
}

if (import.meta.main) {
  try {
    const running = await start(Deno.env.toObject());
    const stop = () => void running.stop().then(() => Deno.exit(0));
    Deno.addSignalListener("SIGINT", stop);
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  } catch (error) {
    const isInUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!(error instanceof RangeError || isInUse)) throw error;
    console.error(isInUse ? "Cannot start: the port is in use. Set PORT to another one." : error.message);
    Deno.exit(1);
  }
}
