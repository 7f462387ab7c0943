/**
 * The server as a process of its own: reads the environment, listens, and stops on a signal.
 * {@link ./serve.ts} is the same for whoever brings a listener along: `deno serve` and Deno Deploy.
 *
 * @module
 */
import { assemble, inTime } from "./assemble.ts";
import { listen } from "./listener/listen.ts";
import type { Services } from "./services.ts";

/** A server that runs. */
export interface RunningServer {
  url: string;
  services: Services;
  /** Password of the first account, where this start made it. */
  firstPassword: string | null;
  stop(): Promise<void>;
}

/**
 * Starts a server by its environment.
 *
 * @param open Opens the store; the one of the settings where absent.
 * @throws {RangeError} A sentence that says which setting is wrong.
 */
export async function startServer(
  environment: Record<string, string | undefined>,
  open?: Parameters<typeof assemble>[1],
): Promise<RunningServer> {
  const { settings, services, handler, firstPassword, stop } = await assemble(environment, open);
  const listening = await listen(handler, settings, (error) => services.fault("Listening", error));
  const { port, hostname } = listening;
  const host = hostname === "0.0.0.0" ? "127.0.0.1" : hostname;
  return {
    url: `http://${host}:${port}`,
    services,
    firstPassword,
    async stop() {
      await stop();
      await inTime(listening.close(), 500);
    },
  };
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
    const isInUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!(error instanceof RangeError || isInUse)) throw error;
    console.error(isInUse ? "Cannot start: the port is in use. Set PORT to another one." : error.message);
    Deno.exit(1);
  }
}
