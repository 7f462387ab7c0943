/**
 * `deno task export --exam ID [--files]`: an exam's evidence, as NDJSON to standard output; with `--files` also its pictures and the
 * files that were handed in. `ID` is the exam's id or its code. May run beside the server.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { readSettings } from "../config.ts";
import { exportExam } from "../delivery/export_exam.ts";
import { Exams } from "../exams/exams.ts";
import { openMigrated } from "../store/open_migrated.ts";
import { createStores } from "../store/stores.ts";
import { findExam } from "./find_exam.ts";
import { boundValues } from "./bound_values.ts";
import { runTask } from "./run_task.ts";

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args: boundValues(args, ["exam"]),
    options: { exam: { type: "string" }, files: { type: "boolean" } },
  });
  if (values.exam === undefined) throw new RangeError("Usage: deno task export --exam ID [--files]");
  const now = () => Date.now();
  const settings = readSettings(Deno.env.toObject());
  const kv = await openMigrated(settings, console.error);
  try {
    const stores = createStores(kv);
    const exam = await findExam(new Exams(stores, now), values.exam, settings);
    await ReadableStream.from(exportExam(stores, exam, now, { withFiles: values.files })).pipeTo(Deno.stdout.writable);
  } finally {
    kv.close();
  }
}

if (import.meta.main) await runTask(main);
