import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "./attempts.ts";

/** When an attempt was over, ms since 1970; null while it is under way, and where there is none. */
export async function endOf({ stores }: Pick<Attempts, "stores">, attemptId: string): Promise<number | null> {
  const stored = await stores.attempts.getHead(attemptId);
  return stored !== null && isOver(stored.head.state) ? stored.head.endedAt : null;
}
