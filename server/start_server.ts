import { assemble, type Assembling, inTime } from "./assemble.ts";
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

/** How a server is started besides its environment. */
export interface Starting extends Assembling {
  /** Servers of this process that listen on the same port, this one included. */
  listeners?: number;
  /** Waited for between being ready to answer and listening. */
  beforeListening?: () => Promise<void>;
}

/**
 * Starts a server by its environment.
 *
 * @throws {RangeError} A sentence that says which setting is wrong.
 */
export async function startServer(
  environment: Record<string, string | undefined>,
  { listeners = 1, beforeListening, ...assembling }: Starting = {},
): Promise<RunningServer> {
  const { settings, services, handler, firstPassword, stop } = await assemble(environment, assembling);
  await beforeListening?.();
  const place = { ...settings, listeners };
  const listening = await listen(handler, place, (error) => services.fault("Listening", error));
  const { port, hostname } = listening;
  return {
    // Where a browser on this machine finds it.
    url: `http://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname}:${port}`,
    services,
    firstPassword,
    async stop() {
      await stop();
      await inTime(listening.close(), 500);
    },
  };
}
