import { type EndParts, learnEnding } from "./exam_end.ts";
import type { OpenFields } from "./open_fields.ts";
import type { Sitting } from "./sitting.ts";
import type { submitExam } from "./student_api.ts";
import { isPassing } from "./student_call.ts";

/** How long handing in waits for the outbox before the answers go along with it, in ms. */
const DRAIN_MS = 8_000;

/** The wait before it is tried again by itself, in ms: time to read what went wrong, and to decide otherwise. */
const SUBMIT_AGAIN_MS = 3_000;

export interface HandInParts extends EndParts {
  submitExam: typeof submitExam;
  fields: OpenFields;
  /** It was not handed in: writing goes on. */
  goOn(): void;
}

/**
 * Hands an exam in, once everything is on the server; answers that are not go along. Where the server does not answer, it is
 * said and tried again, until it works or the student has gone on with something else.
 */
export async function handIn(parts: HandInParts, sitting: Sitting): Promise<void> {
  const { model, world, fields } = parts;
  if (model.stage.value.kind !== "sitting") return;
  fields.read();
  model.stage.value = { kind: "submitting" };
  sitting.capture.off();
  const isDrained = await sitting.link.drained(DRAIN_MS);
  const answers = isDrained ? undefined : model.answers.value;
  const outcome = await parts.submitExam(sitting.token, answers);
  if (outcome.ok || outcome.failure.code === "submitted" || outcome.failure.code === "past_deadline") {
    return await learnEnding(parts, sitting, "student");
  }
  // The socket may have said meanwhile that it is over.
  if (model.stage.value.kind !== "submitting") return;
  model.submitProblem.value = outcome.failure;
  model.stage.value = { kind: "sitting", view: "review" };
  parts.goOn();
  if (!isPassing(outcome.failure)) return;
  await new Promise<void>((resolve) => void world.after(SUBMIT_AGAIN_MS, resolve));
  if (model.submitProblem.value === outcome.failure) await handIn(parts, sitting);
}
