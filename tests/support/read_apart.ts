import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../server/errors.ts";
import { readFile } from "../../server/exams/transfer/read_file.ts";

/** What reading some files came to. Times are those of the processor, so they hold on a machine that is busy. */
export interface ReadApart {
  /** For each file the keys of its notes, or of what it was refused with. */
  told: string[][];
  /** For each file how many questions were taken. */
  questions: number[];
  /** What all of it took, ms. */
  took: number;
  /** The longest time for which nothing else could be done, ms. */
  heldUp: number;
  /** Memory beyond that of a process that has read nothing, at its most, bytes. */
  memory: number;
}

/**
 * Reads files with questions, one after the other, in a process of their own: tests run side by side in one process, and what the
 * others take is not what reading takes.
 */
export async function readApart(files: readonly Uint8Array[]): Promise<ReadApart> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [at, file] of files.entries()) await Deno.writeFile(join(folder, `${at}`), file);
    const args = ["run", "-A", "--no-check", "--quiet", fileURLToPath(import.meta.url), folder, `${files.length}`];
    const { success, stdout } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" }).output();
    if (!success) throw new Error("Reading ended with an error.");
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Memory of this process at its most, bytes. What the system calls the greatest resident size begins, under Linux, with that
 * of the process that started this one: there the figure of this program alone is read.
 */
async function mostMemory(): Promise<number> {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(await Deno.readTextFile("/proc/self/status")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * 1_024;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return process.resourceUsage().maxRSS * 1_024;
}

async function measured(folder: string, count: number): Promise<ReadApart> {
  const before = { processor: processorMs(), memory: Deno.memoryUsage().rss };
  let heldUp = 0;
  let last = before.processor;
  const look = () => {
    const now = processorMs();
    heldUp = Math.max(heldUp, now - last);
    last = now;
  };
  const looking = setInterval(look, 0);
  const told: string[][] = [];
  const questions: number[] = [];
  for (let at = 0; at < count; at++) {
    const read = await readOrRefused(await Deno.readFile(join(folder, `${at}`)));
    told.push(read.keys);
    questions.push(read.questions);
    look();
  }
  clearInterval(looking);
  const memory = await mostMemory() - before.memory;
  return { told, questions, took: last - before.processor, heldUp, memory };
}

async function readOrRefused(bytes: Uint8Array<ArrayBuffer>): Promise<{ keys: string[]; questions: number }> {
  try {
    const { notes, questions } = await readFile(bytes, null);
    return { keys: notes.map(({ told }) => told.key), questions: questions.length };
  } catch (error) {
    if (error instanceof Refusal) return { keys: [error.said.key], questions: 0 };
    throw error;
  }
}

if (import.meta.main) console.log(JSON.stringify(await measured(Deno.args[0], Number(Deno.args[1]))));
