/**
 * `deno task erase --attempt ID` or `--exam CODE --number N`: erases a person's attempt, or all that an exam has under
 * a student's number: events, answers and names. What stays is printed: counts and the hash of
 * the log's hashes, so that receipts still fit; and a line in the audit log.
 * May run beside the server.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { readSettings } from "../config.ts";
import { createServices } from "../create_services.ts";
import { eraseAttempt, eraseStudent } from "../retention/erase_student.ts";
import type { Services } from "../services.ts";
import { openMigrated } from "../store/open_migrated.ts";
import { createStores } from "../store/stores.ts";
import { findExam } from "./find_exam.ts";
import { boundValues } from "./bound_values.ts";
import { runTask } from "./run_task.ts";

const USAGE = "Usage: deno task erase --attempt ID, or deno task erase --exam CODE --number N";

interface Wanted {
  attempt?: string;
  exam?: string;
  number?: string;
}

async function erase(
  { attempts, audit, exams, settings }: Services,
  { attempt, exam: code, number }: Wanted,
): Promise<unknown> {
  if (attempt !== undefined) return { attempts: [await eraseAttempt(attempts, audit, attempt)], rosterLines: 0 };
  if (code === undefined || number === undefined) throw new RangeError(USAGE);
  const { examId } = await findExam(exams, code, settings);
  const erased = await eraseStudent(attempts, audit, examId, number);
  if (erased.attempts.length + erased.rosterLines === 0) {
    throw new RangeError(`Nobody with the number ${number} is in ${code}.`);
  }
  return erased;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args: boundValues(args, ["attempt", "exam", "number"]),
    options: { attempt: { type: "string" }, exam: { type: "string" }, number: { type: "string" } },
  });
  const settings = readSettings(Deno.env.toObject());
  const kv = await openMigrated(settings, console.error);
  try {
    const services = await createServices(settings, createStores(kv), () => false);
    // A server that has the attempt in memory is told to let go of it.
    const leave = await services.joinCluster();
    try {
      console.log(JSON.stringify(await erase(services, values), null, 2));
    } finally {
      await leave();
    }
  } finally {
    kv.close();
  }
}

if (import.meta.main) await runTask(main);
