import { openStudentDatabase } from "../../link/indexed_db_outbox_store.ts";
import { serverTimeNow } from "../server_time.ts";

/** How long a socket may take to open, in ms. */
const SOCKET_WITHIN_MS = 6_000;

/** A clock that is off by less is right: the server says its time to the second, and the answer takes its way, in ms. */
const CLOCK_IS_RIGHT_MS = 5_000;

export type ConnectionFound = "both" | "httpsOnly" | "socketOnly" | "none";
export type StorageFound = "good" | "noShell" | "none";
export type ClockFound = { kind: "good" | "unknown" } | { kind: "off"; offMs: number };

/** Whether an exam could reach the server: by a socket, by HTTPS where sockets are blocked. */
export async function checkConnection(): Promise<ConnectionFound> {
  const [socket, https] = await Promise.all([opensSocket(), answersHttps()]);
  if (socket) return https ? "both" : "socketOnly";
  return https ? "httpsOnly" : "none";
}

/** Whether this browser keeps an exam's work, tried with a note that is taken away at once. */
export async function checkStorage(): Promise<StorageFound> {
  try {
    const database = await openStudentDatabase();
    const key: [string, string] = ["device-check", "tried"];
    await database.put("notes", true, key);
    const isKept = await database.get("notes", key) === true;
    await database.delete("notes", key);
    database.close();
    if (!isKept) return "none";
  } catch {
    return "none";
  }
  return "serviceWorker" in navigator && "caches" in globalThis ? "good" : "noShell";
}

/** How far this device's clock is off. It changes nothing in an exam. */
export async function checkClock(): Promise<ClockFound> {
  const server = await serverTimeNow();
  if (server === null) return { kind: "unknown" };
  const offMs = Math.abs(Date.now() - server);
  return offMs < CLOCK_IS_RIGHT_MS ? { kind: "good" } : { kind: "off", offMs };
}

function opensSocket(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const address = new URL("/ws/student", location.href);
      address.protocol = address.protocol.replace("http", "ws");
      const socket = new WebSocket(address);
      const end = (isOpen: boolean) => {
        clearTimeout(timer);
        resolve(isOpen);
        socket.close();
      };
      const timer = setTimeout(() => end(false), SOCKET_WITHIN_MS);
      socket.onopen = () => end(true);
      socket.onerror = () => end(false);
    } catch {
      resolve(false);
    }
  });
}

async function answersHttps(): Promise<boolean> {
  try {
    return (await fetch("/ping", { cache: "no-store", signal: AbortSignal.timeout(SOCKET_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
}
