import type { Layout } from "./raw_layout.ts";
import { TextLineStream } from "./text_line_stream.ts";

/** Password of `admin` on the servers that are measured; they listen on the loopback only and live for a run. */
export const ADMIN = { username: "admin", password: "bench-only-password" };

/** Ticks a second in /proc/PID/stat; 100 on every Linux that Deno runs on. */
const TICKS_PER_SECOND = 100;

const READY_WITHIN_MS = 30_000;
const POLL_MS = 4;

/** A server under test, in a process of its own. */
export interface ServerProcess {
  url: string;
  port: number;
  /** From the start of the process to the first 200 of `/readyz`, ms. */
  readyMs: number;
  /** Processor time used so far, user and system, all threads, ms. */
  cpuMs(): number;
  /** Resident memory, bytes. */
  residentBytes(): number;
  /** The most resident memory that it ever had, bytes. */
  peakBytes(): number;
  /** Sends a signal that does not end it. */
  signal(signal: Deno.Signal): void;
  /** Its end, for whatever reason. */
  ended(): Promise<void>;
  /** `SIGTERM`, and its end. */
  stop(): Promise<void>;
  /** `SIGKILL`, and its end. */
  kill(): Promise<void>;
}

/** What is different about one server under test. */
export interface StartOptions {
  /** A free one when absent. */
  port?: number;
  /** For Deno, before the script. */
  flags?: readonly string[];
  env?: Record<string, string>;
  /** Told each line that it prints on standard output; nobody listens when absent. */
  onLine?: (line: string) => void;
}

/** What the product is started with: its demo exam, and limits that do not stand in a single address's way. */
export function environmentOf(kvPath: string): Record<string, string> {
  return {
    INVIGIL_KV: kvPath,
    INVIGIL_DEMO: "on",
    INVIGIL_ADMIN_PASSWORD: ADMIN.password,
    INVIGIL_JOINS_PER_MINUTE: "1000000",
    INVIGIL_CALLS_PER_MINUTE: "1000000",
    INVIGIL_SOCKETS_PER_ADDRESS: "100000",
    // A saturating run is a few students who each send what a hall sends.
    INVIGIL_MESSAGES_PER_SECOND: "100000",
    INVIGIL_BYTES_PER_SECOND: "100000000",
  };
}

/** Starts the product. */
export function startInvigil(kvPath: string, given: StartOptions = {}): Promise<ServerProcess> {
  return start("server/main.ts", given, { ...environmentOf(kvPath), ...given.env });
}

/** Starts the raw limit, on a store that does not exist yet. @param bytes Of each batch that are stored. */
export function startRaw(kvPath: string, layout: Layout, bytes: number): Promise<ServerProcess> {
  return start("tests/bench/raw_server.ts", {}, {
    INVIGIL_KV: kvPath,
    RAW_LAYOUT: layout,
    RAW_BYTES: String(bytes),
  });
}

/** Starts the product's listener with nothing behind it. */
export function startBare(): Promise<ServerProcess> {
  return start("tests/bench/bare_server.ts", {}, {});
}

/** A port that nobody listens on now. */
export function freePort(): number {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr;
  listener.close();
  return port;
}

async function start(
  script: string,
  { port = freePort(), flags = [], onLine }: StartOptions,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const beganMs = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--unstable-kv", "--node-modules-dir=manual", ...flags, script],
    env: { ...env, PORT: String(port), HOST: "127.0.0.1" },
    stdin: "null",
    stdout: onLine === undefined ? "null" : "piped",
    stderr: "inherit",
  }).spawn();
  if (onLine !== undefined) void tellLines(child.stdout, onLine);
  const url = `http://127.0.0.1:${port}`;
  let isOver = false;
  void child.status.then(() => isOver = true);
  while (!await isReady(url)) {
    if (isOver) throw new Error(`${script} ended before it was ready`);
    if (performance.now() - beganMs > READY_WITHIN_MS) {
      child.kill("SIGKILL");
      throw new Error(`${script} was not ready within ${READY_WITHIN_MS / 1_000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const readyMs = performance.now() - beganMs;
  const end = async (signal: Deno.Signal): Promise<void> => {
    if (!isOver) child.kill(signal);
    await child.status;
  };
  return {
    url,
    port,
    readyMs,
    cpuMs: () => cpuMsOf(child.pid),
    residentBytes: () => statusBytes(child.pid, "VmRSS"),
    peakBytes: () => statusBytes(child.pid, "VmHWM"),
    signal: (signal) => child.kill(signal),
    ended: async () => void await child.status,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

async function tellLines(stdout: Deno.SubprocessReadableStream, onLine: (line: string) => void): Promise<void> {
  const lines = stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  for await (const line of lines) onLine(line);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`);
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

function cpuMsOf(pid: number): number {
  // Fields after the command's closing bracket; utime and stime are the 14th and 15th of all.
  const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 1_000 / TICKS_PER_SECOND;
}

function statusBytes(pid: number, field: "VmRSS" | "VmHWM"): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1_024;
}
