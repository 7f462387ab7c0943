import { type Signal, signal } from "@preact/signals";
import { actOnAll } from "./act_on_all.ts";
import type { RoomSession } from "./room_session.ts";

/** What came of the last admission. `problem`: undefined for none, null where the server gave no words. */
interface Admitted {
  count: number;
  refused: number;
  problem?: string | null;
}

/** Letting in who waits, from the bar or from a row. */
export class Admission {
  readonly last: Signal<Admitted | null> = signal(null);
  readonly isBusy: Signal<boolean> = signal(false);
  readonly #session: RoomSession;

  constructor(session: RoomSession) {
    this.#session = session;
  }

  /** Lets these students in. */
  async admit(attemptIds: readonly string[]): Promise<void> {
    if (this.isBusy.peek()) return;
    this.isBusy.value = true;
    this.last.value = null;
    const { done, refused, problem } = await actOnAll(this.#session, { type: "admit" }, attemptIds);
    this.last.value = { count: done.length, refused: refused.length, problem };
    this.isBusy.value = false;
  }

  /** Who waits: those whose page is there, and how many are away. Nobody's time begins without them unless a person wants it. */
  waiting(): { here: string[]; away: number } {
    const here: string[] = [];
    let away = 0;
    for (const { id, student } of this.#session.store.rows.values()) {
      const { state, connected } = student.peek();
      if (state !== "waiting") continue;
      if (connected) here.push(id);
      else away++;
    }
    return { here, away };
  }
}
