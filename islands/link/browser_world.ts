import { CloseCode } from "../../protocol/close_codes.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { eventsHash } from "./events_hash.ts";
import type { LinkWorld } from "./link_world.ts";
import { browserCall } from "./rest_call.ts";
import { readServerMessage } from "./server_message.ts";
import { studentSocketUrl, type Transport, type TransportHandlers } from "./transport.ts";
import { TwoWays } from "./two_ways.ts";

/**
 * The browser as the link sees it.
 *
 * @param base The server's address: the page's own, or the one that an embedding page or an extension was given.
 * @param after The page's timers.
 */
export function browserWorld(base: string, after: LinkWorld["after"]): LinkWorld {
  const ways = new TwoWays({ socket: (handlers) => openSocket(base, handlers), call: browserCall(base), after });
  return {
    connect: (handlers) => ways.connect(handlers),
    now: () => performance.now(),
    wallNow: () => Date.now(),
    random: () => Math.random(),
    after,
    hash: eventsHash,
  };
}

/** A student's socket. @param Socket The browser's, or what a machine has in its place. */
export function openSocket(base: string, handlers: TransportHandlers, Socket = WebSocket): Transport {
  const socket = new Socket(studentSocketUrl(base));
  socket.onopen = () => handlers.opened();
  socket.onmessage = ({ data }) => {
    let message: ServerToStudent | null;
    try {
      message = readServerMessage(String(data));
    } catch {
      // A server that speaks otherwise is not ours to mend: say so instead of guessing.
      return handlers.closed(CloseCode.protocol_version, "protocol_version");
    }
    handlers.received(message);
  };
  socket.onclose = (event) => handlers.closed(event.code, event.reason);
  return {
    send: (message) => {
      if (socket.readyState === Socket.OPEN) socket.send(JSON.stringify(message));
    },
    close: () => socket.close(),
  };
}
