import type { LinkWorld } from "../capture/link_world.ts";
import { eventsHash } from "../capture/events_hash.ts";
import type { PageTimers } from "./page_timers.ts";

/** The browser as the link sees it. @param path Of the socket, on this server. */
export function browserWorld(path: string, timers: PageTimers): LinkWorld {
  return {
    connect: (handlers) => {
      const url = new URL(path, location.href);
      url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
      const socket = new WebSocket(url);
      socket.onopen = () => handlers.opened();
      socket.onmessage = (event) => handlers.received(event.data);
      socket.onclose = (event) => handlers.closed(event.code, event.reason);
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: () => socket.close(),
      };
    },
    now: () => performance.now(),
    wallNow: () => Date.now(),
    random: () => Math.random(),
    after: (ms, run) => timers.after(ms, run),
    hash: eventsHash,
  };
}
