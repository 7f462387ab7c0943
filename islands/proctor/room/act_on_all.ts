import { MAX_ACTION_TARGETS } from "../../../protocol/limits.ts";
import { ProctorAction } from "../../../protocol/proctor_messages.ts";
import type { ActionOrder } from "../drawer/actions.ts";
import type { RoomSession } from "./room_session.ts";
import type { RefusedTarget } from "./room_socket.ts";

/** What came of one action on many attempts. */
export interface OutcomeOfMany {
  /** Attempts that it was done to. */
  done: string[];
  refused: RefusedTarget[];
  /** Of the messages that it went out in. */
  actionIds: string[];
  /** Why not all of them were asked for: null where the server gave no words, absent where all were. */
  problem?: string | null;
}

/** Does one thing to many attempts, as many at once as an action may name. */
export async function actOnAll(
  session: Pick<RoomSession, "act">,
  order: ActionOrder,
  attemptIds: readonly string[],
): Promise<OutcomeOfMany> {
  const total: OutcomeOfMany = { done: [], refused: [], actionIds: [] };
  for (let first = 0; first < attemptIds.length; first += MAX_ACTION_TARGETS) {
    const attempt_ids = attemptIds.slice(first, first + MAX_ACTION_TARGETS);
    const action = ProctorAction.parse({ ...order, id: crypto.randomUUID(), attempt_ids });
    const outcome = await session.act(action);
    if (!outcome.ok) return { ...total, problem: outcome.message };
    const refused = new Set(outcome.refused.map(({ attempt_id }) => attempt_id));
    total.done.push(...attempt_ids.filter((id) => !refused.has(id)));
    total.refused.push(...outcome.refused);
    total.actionIds.push(action.id);
  }
  return total;
}
