import type { AttemptState } from "../../protocol/exam.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { type Ending, type ExamModel, takeRisk } from "./exam_model.ts";
import { patience } from "./load_attempt.ts";
import type { Sitting } from "./sitting.ts";
import { isPassing } from "./student_call.ts";
import type { getAttempt } from "./student_api.ts";

/** How long late work is sent after the deadline, in ms: longer than any usual grace. */
const LATE_DRAIN_MS = 30 * 60_000;

/** How long a page waits before it leads on to where the exam's policy says, in ms: time to read why. */
const REDIRECT_AFTER_MS = 4_000;

/** How often a page whose time is up asks whether it was given more, in ms. */
const REOPENED_EVERY_MS = 10_000;

export interface EndParts {
  model: ExamModel;
  world: LinkWorld;
  api: { getAttempt: typeof getAttempt };
  /** Goes to a path of this server; `""` is the page that is open, begun anew. */
  leave(path: string): void;
  /** What the device keeps of the attempt's paper and work goes. */
  forget(attemptId: string): void;
}

/** Whether an attempt is over for the student. */
export function isOver(state: AttemptState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}

/**
 * Ends the exam on this page: capture stops, late work goes out, the closing screen shows, and what was received leaves the
 * device. A second time corrects it.
 *
 * @param isAsked Whether the server is being asked how it ended.
 */
export function endExam(parts: EndParts, sitting: Sitting, ending: Ending, isAsked = false): void {
  const { model, world, leave } = parts;
  const wasOver = model.stage.value.kind === "over";
  model.hold.value = null;
  model.stage.value = { kind: "over", ending };
  if (wasOver) return;
  sitting.capture.off();
  const path = ending.redirectTo;
  if (path !== null) world.after(REDIRECT_AFTER_MS, () => leave(path));
  if (ending.state !== "expired") {
    sitting.link.stop();
    forgetWork(parts, sitting);
    if (model.closing.value === null && !isAsked) void learnEnding(parts, sitting, null);
    return;
  }
  watchReopened(parts, sitting, world.now() + LATE_DRAIN_MS);
  // At the deadline the server took what it had; what was still on the way is taken in the grace period.
  void sitting.link.drained(LATE_DRAIN_MS).then((isDrained) => {
    if (!isDrained) return;
    sitting.link.stop();
    forgetWork(parts, sitting);
    return learnEnding(parts, sitting, null);
  });
}

/** What did not reach the server stays, to be handed over. */
function forgetWork({ forget }: EndParts, { link, attempt }: Sitting): void {
  if (link.unsavedAnswers === 0) forget(attempt.attempt_id);
}

/** A proctor may give time to an attempt whose time was up: the page then begins anew, from what the server has. */
function watchReopened(parts: EndParts, sitting: Sitting, untilMs: number): void {
  const { world, api, leave } = parts;
  world.after(REOPENED_EVERY_MS, async () => {
    const outcome = await api.getAttempt(sitting.token);
    if (outcome.ok && !isOver(outcome.value.state)) return leave("");
    const isFinal = outcome.ok && outcome.value.state !== "expired";
    if (!isFinal && world.now() < untilMs) watchReopened(parts, sitting, untilMs);
  });
}

/**
 * Asks the server how the exam ended, for the receipt, and ends it here at once, whether it answers or not: then it is
 * asked again.
 *
 * @param cause Where it is known.
 */
export async function learnEnding(parts: EndParts, sitting: Sitting, cause: Ending["cause"]): Promise<void> {
  for (let failures = 0;; failures++) {
    const outcome = await parts.api.getAttempt(sitting.token);
    if (outcome.ok) {
      takeRisk(parts.model, outcome.value);
      parts.model.closing.value = outcome.value.closing ?? null;
    }
    const stage = parts.model.stage.value;
    const known = stage.kind === "over" ? stage.ending : null;
    endExam(parts, sitting, {
      state: outcome.ok && isOver(outcome.value.state) ? outcome.value.state : known?.state ?? "submitted",
      cause: known?.cause ?? cause,
      receipt: outcome.ok ? outcome.value.receipt : known?.receipt ?? "",
      redirectTo: known?.redirectTo ?? null,
    }, true);
    if (outcome.ok || !isPassing(outcome.failure)) return;
    await patience(parts.world, outcome.failure, failures);
  }
}
