import type { ExamModel } from "./exam_model.ts";
import type { StudentStorage } from "./student_storage.ts";

/**
 * Takes an attempt that is over off the device: its paper, answers and all that was sent. The way to receipt and result stays
 * for as long as this tab, and on the device where its student has said so.
 */
export async function leaveDevice(
  { store, joined }: StudentStorage,
  model: ExamModel,
  attemptId: string,
): Promise<void> {
  store.forget(attemptId).catch(() => {});
  const isKept = await joined.isKept(attemptId);
  model.isResultKept.value = isKept;
  if (!isKept) await joined.moveToTab(attemptId);
}

/** What opens the own result stays on this device, or goes with the tab. */
export async function keepResult({ joined }: StudentStorage, model: ExamModel, isKept: boolean): Promise<void> {
  const attemptId = model.attempt.value?.attempt_id;
  if (attemptId !== undefined) model.isResultKept.value = await joined.keep(attemptId, isKept);
}
