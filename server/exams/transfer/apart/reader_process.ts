import { fileURLToPath } from "node:url";
import type { FileToRead, Reader, ReaderBounds, Stopped } from "./reader.ts";
import { EXIT_CODES } from "./exit_codes.ts";

const MAIN = fileURLToPath(new URL("./reader_main.ts", import.meta.url));
/** What it may read: the sources that the reading is made of. */
const SOURCES = ["server", "protocol", "words", "node_modules"]
  .map((folder) => fileURLToPath(new URL(`../../../../${folder}`, import.meta.url)));

/** What a library looks up as it is loaded: whether to write in colours, and how much to say. */
const LOOKED_UP = ["CI", "FORCE_COLOR", "LANG", "NODE_ENV", "NO_COLOR", "TERM"];

/** How much longer than itself a process is waited for: it ends itself, unless the machine has no time for it. ms. */
const GRACE_MS = 5_000;

/** What a process tells of a fault of ours is kept to this length, characters. */
const MOST_TOLD = 4_000;

/**
 * Starts a process that reads a file. It may do nothing but read its own source: no network, no other file, of the environment no
 * more than whether to write in colours.
 *
 * @throws {Deno.errors} What keeps it from starting.
 */
export function startReaderProcess({ bytes, format, isWhole }: FileToRead, bounds: ReaderBounds): Reader {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-check",
      "--cached-only",
      `--allow-read=${SOURCES.join(",")}`,
      `--allow-env=${LOOKED_UP.join(",")}`,
      `--v8-flags=--max-old-space-size=${Math.floor(bounds.heapBytes / 1_048_576)}`,
      MAIN,
      `${bounds.withinMs}`,
      `${bounds.residentBytes}`,
      format ?? "",
      isWhole ? "whole" : "",
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    process.kill("SIGKILL");
  };
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    end();
  }, bounds.withinMs + GRACE_MS);
  const status = process.status.finally(() => {
    isOver = true;
    clearTimeout(late);
  });
  // What it does not take any more, it has ended over.
  const given = new Blob([bytes]).stream().pipeTo(process.stdin).catch(() => {});
  const told = endOf(process.stderr);
  return {
    said: process.stdout.pipeThrough(new TextDecoderStream()),
    async stopped(): Promise<Stopped | null> {
      const [{ success, code, signal }, fault] = await Promise.all([status, told, given]);
      if (isLate || code === EXIT_CODES.time) return "time";
      // Too large a heap ends the process by a signal, and so does the system where it has no memory left.
      if (code === EXIT_CODES.memory || signal !== null) return "memory";
      if (!success) throw new Error(`Reading a file ended with code ${code}: ${fault}`);
      return null;
    },
    end,
  };
}

/** The end of what a stream says. */
async function endOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  let end = "";
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) end = (end + piece).slice(-MOST_TOLD);
  return end;
}
