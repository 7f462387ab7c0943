import { type Signal, signal } from "@preact/signals";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import type { ActionOrder } from "../drawer/actions.ts";
import { actOnAll, type OutcomeOfMany } from "../room/act_on_all.ts";
import type { RoomSession } from "../room/room_session.ts";
import { type DeedKind, type Fate, fateOf, leavesAsBefore, undoingOf } from "./many_actions.ts";

/** How long an action can be taken back with one press, in ms; afterwards its opposite does it. */
const UNDO_WITHIN_MS = 20_000;

/** What was done to several students, and what came of it. */
export interface Deed extends OutcomeOfMany {
  kind: DeedKind;
  order: ActionOrder;
  /** For whom it can be taken back now, and they be as they were. */
  undo: readonly string[];
}

/** Doing one thing to several students: what was done last, how far it has come, and taking it back. */
export class Deeds {
  readonly last: Signal<Deed | null> = signal(null);
  readonly isBusy: Signal<boolean> = signal(false);
  readonly #session: RoomSession;
  readonly #after: (ms: number, call: () => void) => unknown;

  constructor(session: RoomSession, after: (ms: number, call: () => void) => unknown) {
    this.#session = session;
    this.#after = after;
  }

  /** Does something to these students. */
  async carryOut(kind: DeedKind, order: ActionOrder, attemptIds: readonly string[]): Promise<void> {
    if (this.isBusy.peek()) return;
    this.isBusy.value = true;
    const asBefore = new Set(
      this.#students(attemptIds).filter((one) => leavesAsBefore(one, kind)).map(({ attempt_id }) => attempt_id),
    );
    const outcome = await actOnAll(this.#session, order, attemptIds);
    const deed: Deed = { ...outcome, kind, order, undo: outcome.done.filter((id) => asBefore.has(id)) };
    this.last.value = deed;
    this.isBusy.value = false;
    this.#after(UNDO_WITHIN_MS, () => {
      if (this.last.peek() === deed) this.last.value = { ...deed, undo: [] };
    });
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const deed = this.last.peek();
    const back = deed === null ? null : undoingOf(deed.kind, deed.order);
    if (deed !== null && back !== null) await this.carryOut(back.kind, back.order, deed.undo);
  }

  /** Takes a message back from those it has not reached. */
  async withdraw(): Promise<void> {
    const deed = this.last.peek();
    if (deed === null || deed.kind !== "message") return;
    // One for each message that it went out in.
    for (const of of deed.actionIds) {
      const waiting = this.fate(deed).queued.filter((student) => student.deed?.id === of);
      if (waiting.length === 0) continue;
      await this.carryOut("withdraw", { type: "withdraw", of }, waiting.map(({ attempt_id }) => attempt_id));
    }
  }

  /** How far a deed has come by now. */
  fate({ actionIds, done }: Deed): Fate {
    return fateOf(actionIds, this.#students(done));
  }

  dismiss(): void {
    this.last.value = null;
  }

  #students(attemptIds: readonly string[]): RoomStudent[] {
    return attemptIds.flatMap((id) => this.#session.store.rows.get(id)?.student.peek() ?? []);
  }
}
