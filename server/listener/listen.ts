import { createServer, type IncomingMessage, type Server } from "node:http";
import type { ListenOptions } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Handler } from "../../routes/app.ts";
import { mostConnections, readLimits } from "./most_connections.ts";
import { NodeUpgrades, remoteOf } from "./node_upgrade.ts";

/** Headers that are not there by then end the connection, ms. */
const HEADERS_WITHIN_MS = 15_000;

/** A request whose body is not there by then ends as well, ms: the largest, 2 MB, over a slow line. */
const REQUEST_WITHIN_MS = 60_000;

/** A connection that asks nothing more is closed after this long, ms: longer than a proxy keeps its own. */
const IDLE_MS = 75_000;

/** How often connections are looked through, ms. */
const LOOK_EVERY_MS = 5_000;

/** A server that listens. */
export interface Listening {
  port: number;
  hostname: string;
  /** Takes no more requests. Resolves once those under way are answered. */
  close(): Promise<void>;
}

/**
 * Listens on `node:http`, which ends what never ends by itself: half-sent headers and bodies, frames without end, sockets
 * towards peers that are gone. docs/decisions/listener.md says why, and what it costs.
 *
 * @param place Where; `listeners` in this process share the port, and what the machine has room for.
 * @param onFault Told of what goes wrong with listening itself, such as connections that the machine has no room for.
 * @throws {Error} (rejects) With the code `EADDRINUSE` where somebody else listens there.
 */
export async function listen(
  handler: Handler,
  { port, hostname, listeners = 1 }: { port: number; hostname: string; listeners?: number },
  onFault: (error: Error) => void,
): Promise<Listening> {
  const upgrades = new NodeUpgrades(handler);
  const answer = getRequestListener(
    (request, env) => handler(request, { remoteAddr: remoteOf((env as HttpBindings).incoming) }),
    { overrideGlobalObjects: false },
  );
  const limits = {
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: IDLE_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    // Java's client offers HTTP/2 with any request; it is answered as if it had not.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => /\bwebsocket\b/i.test(headers.upgrade ?? ""),
  };
  const server = createServer(limits, answer);
  server.maxConnections = Math.floor(mostConnections(await readLimits()) / listeners);
  server.on("upgrade", (incoming, connection, head) => {
    upgrades.take(incoming, connection, head).catch(() => connection.destroy());
  });
  await opened(server, { port, host: hostname, reusePort: listeners > 1 });
  server.on("error", onFault);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    hostname,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        upgrades.close();
      }),
  };
}

function opened(server: Server, place: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(place, resolve);
  });
}
