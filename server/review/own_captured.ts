import type { OwnEntry } from "../../protocol/captured.ts";
import type { LogEntry } from "../../protocol/log_entry.ts";
import { isEntryUntold } from "../attempts/action_kinds.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { requireExam } from "../attempts/load_attempt.ts";
import { namelessEntry } from "../attempts/nameless_entry.ts";
import { isRiskShown } from "../attempts/shown_risk.ts";
import { Refusal } from "../errors.ts";

/** Everything that was captured in an attempt, as its own student may have it, oldest first. @throws {Refusal} `not_found` */
export async function ownCaptured(attempts: Attempts, attemptId: string): Promise<OwnEntry[]> {
  const stored = await attempts.stored(attemptId);
  if (stored === null) throw new Refusal("not_found", "no_such_attempt");
  const { record, head } = stored;
  const isShown = isRiskShown({ exam: await requireExam(attempts.exams, record), head });
  const entries: LogEntry[] = [];
  const withdrawn = new Set<number>();
  for await (const { entry } of attempts.log.read(attemptId)) {
    if (entry.kind === "notice_reached" && entry.step === "withdrawn") withdrawn.add(entry.noticed_n);
    entries.push(entry);
  }
  return entries.filter((entry) => !isEntryUntold(entry, withdrawn)).map((entry) => ownEntry(entry, isShown));
}

/** An entry as its student may see it: whether staff did it, not which account; and the risk where it is shown. */
function ownEntry(entry: LogEntry, isRiskShown: boolean): OwnEntry {
  const nameless = namelessEntry(entry);
  return nameless.kind === "batch" && !isRiskShown ? { ...nameless, report: null } : nameless;
}
