/**
 * `deno task report --exam ID [--attempt ID] [--notes] [--language TAG]`: the evidence of an exam or of one attempt as one HTML
 * file, to standard output; with `--notes` also what only staff should read. The exam's `ID` is its id or its code. May run
 * beside the server.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { renderAttemptReport, renderExamReport } from "../../routes/report/render_report.tsx";
import { acceptedTags, wordsOf } from "../../words/languages.ts";
import { readSettings } from "../config.ts";
import { createServices } from "../create_services.ts";
import { attemptReport } from "../review/report/attempt_report.ts";
import { examReport } from "../review/report/exam_report.ts";
import { answerSpeech } from "../review/spoken.ts";
import type { Services } from "../services.ts";
import { openMigrated } from "../store/open_migrated.ts";
import { createStores } from "../store/stores.ts";
import { boundValues } from "./bound_values.ts";
import { findExam } from "./find_exam.ts";
import { runTask } from "./run_task.ts";

const USAGE = "Usage: deno task report --exam ID [--attempt ID] [--notes] [--language TAG]";

interface Wanted {
  exam?: string;
  attempt?: string;
  notes?: boolean;
  language?: string;
}

async function reportOf(
  { attempts, exams, settings }: Services,
  { exam: idOrCode, attempt, notes = false, language }: Wanted,
): Promise<string> {
  if (idOrCode === undefined) throw new RangeError(USAGE);
  const words = wordsOf(acceptedTags(language ?? null));
  const exam = await findExam(exams, idOrCode, settings);
  if (attempt === undefined) return renderExamReport(words, await examReport(attempts, exam));
  const stored = await attempts.stored(attempt);
  if (stored?.record.examId !== exam.examId) {
    throw new RangeError(`The exam ${idOrCode} has no attempt ${attempt}.`);
  }
  const data = await attemptReport(attempts, exam, attempt, answerSpeech(words), { withNotes: notes });
  return renderAttemptReport(words, data);
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args: boundValues(args, ["exam", "attempt", "language"]),
    options: {
      exam: { type: "string" },
      attempt: { type: "string" },
      notes: { type: "boolean" },
      language: { type: "string" },
    },
  });
  const settings = readSettings(Deno.env.toObject());
  const kv = await openMigrated(settings, console.error);
  try {
    const services = await createServices(settings, createStores(kv), () => false);
    const html = new TextEncoder().encode(await reportOf(services, values));
    await new Blob([html]).stream().pipeTo(Deno.stdout.writable);
  } finally {
    kv.close();
  }
}

if (import.meta.main) await runTask(main);
