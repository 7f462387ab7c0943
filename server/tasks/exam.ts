/**
 * `deno task exam FILE`: creates and publishes an exam from a JSON document, in the store that the server uses. Prints
 * what is shown once, as JSON: the exam's id and code, the roster's personal tokens, new accounts' passwords; and what its
 * author should look at, on standard error as well.
 *
 * @module
 */
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import { refuseUnseen } from "../../protocol/unseen_signs.ts";
import { refusalText } from "../../words/refusal.ts";
import { Speaker } from "../../words/speaker.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { SYSTEM } from "../audit/audit_log.ts";
import { readSettings } from "../config.ts";
import { publishExam } from "../exams/publish_exam.ts";
import { createServices } from "../create_services.ts";
import { openMigrated } from "../store/open_migrated.ts";
import { createStores } from "../store/stores.ts";
import { runTask } from "./run_task.ts";

/** Reads an exam document. @throws {RangeError} A sentence that names the file, and the field that is wrong. */
async function readDocument(path: string): Promise<ExamDocument> {
  let value: unknown;
  try {
    value = JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound ? "there is no such file" : "it is not JSON";
    throw new RangeError(`Cannot read ${path}: ${reason}.`);
  }
  const parsed = ExamDocument.superRefine(refuseUnseen).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RangeError(`Cannot publish ${path}: ${refusalText(firstProblem(parsed.error).said, ENGLISH)}`);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length !== 1) throw new RangeError("Usage: deno task exam FILE");
  const document = await readDocument(args[0]);
  const settings = readSettings(Deno.env.toObject());
  const kv = await openMigrated(settings, console.error);
  try {
    const services = await createServices(settings, createStores(kv), () => false);
    const { warnings, ...published } = await publishExam(services, document, null, SYSTEM);
    const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
    const told = warnings.map(({ said, path }) => ({
      code: said.key,
      message: speaker.tell(ENGLISH.sentences.publishWarnings, said),
      path,
    }));
    console.log(JSON.stringify({ ...published, warnings: told }, null, 2));
    for (const { message, path } of told) console.error(`Warning: ${path}: ${message}`);
  } finally {
    kv.close();
  }
}

if (import.meta.main) await runTask(main);
