import type { AttemptFold } from "./attempt_fold.ts";

/** Whether an attempt's log is there to be gone on with: one that is begins with the attempt's start, and one that was removed left nothing of what was done. */
export function hasLog({ folded }: { folded: Pick<AttemptFold, "actions"> }): boolean {
  return folded.actions.length > 0;
}
