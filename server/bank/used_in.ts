import type { BankItemAnswer } from "../../protocol/bank.ts";
import type { Exams } from "../exams/exams.ts";

/**
 * Which of some exams hold a question of the bank, and which revision of it.
 *
 * @param examIds Exams that whoever asks may see.
 */
export async function usedIn(
  exams: Exams,
  examIds: readonly string[],
  itemId: string,
): Promise<BankItemAnswer["used_in"]> {
  const uses: BankItemAnswer["used_in"] = [];
  for (const examId of examIds) {
    const exam = await exams.get(examId);
    const held = exam?.document.questions.find(({ bank }) => bank?.item_id === itemId)?.bank;
    if (!exam || !held) continue;
    const { title, code } = exam.document;
    uses.push({ exam_id: examId, title, code, revision: held.revision });
  }
  return uses;
}
