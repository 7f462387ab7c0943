import type { Settings } from "../config.ts";
import type { Exams } from "../exams/exams.ts";
import type { Exam } from "../store/exam_store.ts";

/**
 * The exam of an id or code that somebody gave on the command line.
 *
 * @throws {RangeError} In a sentence that names the store: whoever asks elsewhere than the server looks in another one.
 */
export async function findExam(
  exams: Exams,
  idOrCode: string,
  settings: Pick<Settings, "kv" | "isKvRemote">,
): Promise<Exam> {
  const exam = await exams.get(idOrCode) ?? await exams.getByCode(idOrCode);
  if (exam !== null) return exam;
  throw new RangeError(
    `There is no exam with the id or code ${idOrCode} in ${storeName(settings)}. INVIGIL_KV names another store.`,
  );
}

function storeName({ kv, isKvRemote }: Pick<Settings, "kv" | "isKvRemote">): string {
  if (kv === undefined) return "the database that is assigned to this app";
  return isKvRemote ? `the database at ${new URL(kv).host}` : `the store ${kv}`;
}
