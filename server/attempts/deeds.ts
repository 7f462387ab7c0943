import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import { Refusal } from "../errors.ts";
import { isUnheard } from "./action_kinds.ts";
import type { AttemptFold } from "./attempt_fold.ts";
import { unseenNotices } from "./notices.ts";
import { base, type Instruction, type Intervention, requireState } from "./interventions.ts";

/** Whoever has less time left than this has none taken away, ms. */
const LEAST_LEFT_MS = 60_000;

/** Told at most of what came while a student was away: the state that it led to says the rest. */
const MOST_TOLD = 10;

/**
 * An intervention that a proctor can follow: the head says how far it has come, so that a room can show it without the log.
 *
 * @param id Of the proctor's action.
 */
export function followed(intervention: Intervention, id: string): Intervention {
  return (head) => {
    const effect = intervention(head);
    return { ...effect, head: { ...effect.head, deed: { id, n: head.n + 1, step: "sent" } } };
  };
}

/** What an attempt's student was told without words of their own to confirm, and has not seen yet: numbers of its entries. */
export function unseenDeeds({ actions }: Pick<AttemptFold, "actions">): string[] {
  return actions.filter(isUnheard).slice(-MOST_TOLD).map(({ n }) => String(n));
}

/** Everything that a student is told once a connection begins: notices, and what else they have not seen. */
export function untold(folded: Pick<AttemptFold, "actions">): string[] {
  return [...unseenNotices(folded).map(({ id }) => id), ...unseenDeeds(folded)];
}

/** Takes back time that was given: never more than that, and nobody's last minute. What was written stays in time. */
export function shorten(instruction: Instruction, minutes: number): Intervention {
  return (head) => {
    requireState(head, ["active", "paused", "locked"], "cannot_shorten");
    const deadline = head.deadline - minutes * 60_000;
    const givenMinutes = head.givenMinutes ?? 0;
    if (minutes > givenMinutes) {
      throw new Refusal("wrong_state", { key: "cannot_shorten_more", values: { given: givenMinutes } });
    }
    if (deadline < (head.stoppedAt ?? instruction.now) + LEAST_LEFT_MS) {
      throw new Refusal("wrong_state", "cannot_shorten_written");
    }
    return {
      entry: { kind: "extended", ...base(instruction), minutes: -minutes, deadline },
      head: { deadline, givenMinutes: givenMinutes - minutes },
    };
  };
}

/**
 * Takes a notice back that has not gone out to its student.
 *
 * @param of The action that wrote it, where that was the last one; or the number of its entry.
 * @param isOnTheWay Whether it may be on its way: then it is told as sent until the student's page says more.
 */
export function withdraw(
  instruction: Instruction,
  of: string,
  actions: readonly AttemptAction[],
  isOnTheWay: boolean,
): Intervention {
  return (head) => {
    const n = head.deed?.id === of ? head.deed.n : Number(of);
    const notice = actions.find((action) => action.n === n && action.kind === "noticed");
    if (notice === undefined) throw new Refusal("not_found", "no_such_notice");
    const isQueued = notice.delivered_at === undefined && notice.seen_at === undefined;
    if (isOnTheWay || !isQueued || notice.withdrawn_at !== undefined) {
      throw new Refusal("wrong_state", "cannot_withdraw");
    }
    return {
      entry: { kind: "notice_reached", ...base(instruction), noticed_n: n, step: "withdrawn" },
      head: head.deed?.n === n ? { deed: { ...head.deed, step: "withdrawn" } } : {},
    };
  };
}
