import { Refusal } from "../errors.ts";
import type { Stores } from "../store/stores.ts";
import { maySee, type Reader } from "./reader.ts";

/**
 * That somebody may copy pictures from there: from an exam that they write, or from a question of the bank that they see.
 *
 * @param from Id of the exam or of the question.
 * @throws {Refusal} `not_found`, also for who may not.
 */
export async function requireSource(
  { bank, exams, assignments }: Pick<Stores, "bank" | "exams" | "assignments">,
  reader: Reader,
  from: string,
): Promise<void> {
  const item = await bank.get(from);
  if (item !== null && maySee(reader, item.value)) return;
  const mayWrite = reader.role === "admin" ||
    (reader.role === "instructor" && await assignments.isAssigned(reader.staffId, from));
  if (!mayWrite || await exams.get(from) === null) {
    throw new Refusal("not_found", "no_such_exam", { path: "from_exam" });
  }
}
