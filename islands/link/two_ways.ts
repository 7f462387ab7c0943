import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { LinkWorld } from "./link_world.ts";
import type { RestCall } from "./rest_call.ts";
import { RestTransport } from "./rest_transport.ts";
import type { Transport, TransportHandlers } from "./transport.ts";

/** Sockets that bring no word from the server, in a row, before REST is tried. */
const SOCKET_TRIES = 2;

/** The first wait before a socket is tried again, in ms; each time it is in vain the next one is twice as long, … */
const FIRST_PROBE_MS = 30_000;

/** … up to this. */
const LONGEST_PROBE_MS = 5 * 60_000;

/** A socket that has brought no word within this time is in vain, in ms. */
const PROBE_WITHIN_MS = 7_000;

/** The two ways to the server. */
interface Ways {
  socket(handlers: TransportHandlers): Transport;
  call: RestCall;
  after: LinkWorld["after"];
}

/**
 * Connects by socket, and by REST where sockets bring nothing but REST does; then a socket is tried now and then, and taken
 * once the server has spoken over it. Where neither works, they take turns.
 */
export class TwoWays {
  readonly #ways: Ways;
  #silentSockets = 0;
  #probeMs = FIRST_PROBE_MS;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  connect(handlers: TransportHandlers): Transport {
    return this.#silentSockets < SOCKET_TRIES ? this.#bySocket(handlers) : this.#byRest(handlers);
  }

  #bySocket(handlers: TransportHandlers): Transport {
    let isHeard = false;
    let isOver = false;
    const end = (code: number) => {
      // A code of 4000 and above is the server's own: it was reached.
      if (!isHeard && !isOver) this.#silentSockets = code >= 4_000 ? 0 : this.#silentSockets + 1;
      isOver = true;
    };
    const socket = this.#ways.socket({
      opened: () => handlers.opened(),
      received: (message) => {
        isHeard = true;
        this.#silentSockets = 0;
        this.#probeMs = FIRST_PROBE_MS;
        handlers.received(message);
      },
      closed: (code, reason) => {
        end(code);
        handlers.closed(code, reason);
      },
    });
    return {
      send: (message) => socket.send(message),
      close: () => {
        // Given up for its silence: a proxy that swallows everything swallows the end, too, and nobody tells of it.
        end(1006);
        socket.close();
      },
    };
  }

  #byRest(handlers: TransportHandlers): Transport {
    let token = "";
    let isHeard = false;
    let cancelProbe = () => {};
    const end = () => {
      cancelProbe();
      rest.close();
    };
    const probeLater = () => {
      cancelProbe = this.#ways.after(this.#probeMs, () => {
        cancelProbe = this.#probe(token, (isThere) => {
          if (!isThere) return probeLater();
          this.#silentSockets = 0;
          end();
          handlers.closed(1006, "");
        });
      });
    };
    const rest = new RestTransport(
      this.#ways.call,
      {
        opened: () => handlers.opened(),
        received: (message) => {
          if (!isHeard) probeLater();
          isHeard = true;
          handlers.received(message);
        },
        closed: (code, reason) => {
          cancelProbe();
          if (!isHeard) this.#silentSockets = SOCKET_TRIES - 1;
          handlers.closed(code, reason);
        },
      },
      this.#ways.after,
    );
    return {
      send: (message) => {
        if (message.type === "hello") token = message.token;
        rest.send(message);
      },
      close: end,
    };
  }

  /** Opens a socket, only to see whether the server speaks over it. @returns Calls it off. */
  #probe(token: string, done: (isThere: boolean) => void): () => void {
    this.#probeMs = Math.min(2 * this.#probeMs, LONGEST_PROBE_MS);
    let isDone = false;
    const finish = (isThere: boolean | null) => {
      if (isDone) return;
      isDone = true;
      cancel();
      probe.close();
      if (isThere !== null) done(isThere);
    };
    const cancel = this.#ways.after(PROBE_WITHIN_MS, () => finish(false));
    const probe = this.#ways.socket({
      opened: () => probe.send({ type: "hello", protocol: PROTOCOL_VERSION, token }),
      received: () => finish(true),
      closed: () => finish(false),
    });
    return () => finish(null);
  }
}
