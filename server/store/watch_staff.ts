import { assignmentKey } from "./assignment_store.ts";
import { watchKeys } from "./key_watch.ts";
import { sessionKey } from "./session_store.ts";
import { staffKey } from "./staff_store.ts";

/** On what it rests that somebody of the staff may watch an exam. */
export interface StaffGrounds {
  sessionId: string;
  staffId: string;
  examId: string;
}

/**
 * Calls back when a session, its account or its assignment to an exam may have changed, on whichever instance.
 *
 * @param pollMs How often it is looked at in any case, ms.
 * @returns A function that ends it.
 */
export function watchStaff(
  kv: Pick<Deno.Kv, "watch">,
  { sessionId, staffId, examId }: StaffGrounds,
  pollMs: number,
  onChange: () => Promise<void>,
): () => void {
  return watchKeys(kv, [sessionKey(sessionId), staffKey(staffId), assignmentKey(examId, staffId)], pollMs, onChange);
}
