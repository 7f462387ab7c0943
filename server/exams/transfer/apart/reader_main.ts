/**
 * Reads one file in a process of its own: bytes on standard input, lines of `ReaderLine` on standard output. The reading is done by a
 * thread; here time and memory are looked at, which nothing in a file can hold up, and the whole process is ended by them.
 *
 * @module
 */
import { EXIT_CODES } from "./exit_codes.ts";

/** How often memory is looked at, ms. */
const LOOK_MS = 50;

async function main([withinMs, residentBytes, format, whole]: string[]): Promise<void> {
  setTimeout(() => Deno.exit(EXIT_CODES.time), Number(withinMs));
  setInterval(() => {
    if (Deno.memoryUsage().rss > Number(residentBytes)) Deno.exit(EXIT_CODES.memory);
  }, LOOK_MS);
  const bytes = await new Response(Deno.stdin.readable).bytes();
  const thread = new Worker(new URL("./reader_thread.ts", import.meta.url), { type: "module" });
  let written = Promise.resolve();
  thread.addEventListener("message", ({ data }: MessageEvent) => {
    // The PDF reader says things of its own here.
    if (typeof data !== "string") return;
    written = written.then(() => write(data));
    if (/^\{"kind":"(end|refused|fault)"/m.test(data)) void written.then(() => Deno.exit(0));
  });
  const task = { bytes, format: format === "" ? null : format, isWhole: whole === "whole", isApart: true };
  thread.postMessage(task, [bytes.buffer]);
}

async function write(text: string): Promise<void> {
  const rest = new TextEncoder().encode(text);
  for (let at = 0; at < rest.length;) at += await Deno.stdout.write(rest.subarray(at));
}

if (import.meta.main) await main(Deno.args);
