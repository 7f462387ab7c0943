import { ExamDocument } from "../../protocol/exam_document.ts";
import { SYSTEM } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { DEMO_EXAM } from "./demo_exam.ts";
import type { Exams } from "./exams.ts";
import { publishExam, type Publishing } from "./publish_exam.ts";

/** Makes the demo exam, unless it is there. */
export async function ensureDemoExam(services: Publishing & { exams: Exams }): Promise<void> {
  const document = ExamDocument.parse(DEMO_EXAM);
  if (await services.exams.getByCode(document.code) !== null) return;
  try {
    await publishExam(services, document, null, SYSTEM);
  } catch (error) {
    // Another instance made it in the same moment.
    if (!(error instanceof Refusal && error.code === "conflict")) throw error;
  }
}
