import { chance, logNormal, untilNext } from "./distributions.ts";
import { fillerPassage } from "./filler_text.ts";
import type { Person } from "./person.ts";
import type { Habits } from "./persona.ts";
import type { Sitting } from "./sitting.ts";

type Kind = "away" | "paste" | "move" | "blur" | "offline";
const KINDS: readonly Kind[] = ["away", "paste", "move", "blur", "offline"];

const PER_MINUTE: Record<Kind, keyof Habits> = {
  away: "awayPerMinute",
  paste: "pastePerMinute",
  move: "movePerMinute",
  blur: "blurPerMinute",
  offline: "offlinePerMinute",
};

/**
 * What comes between a student and the text: looks elsewhere, text brought from outside, own text moved, a short
 * blur, a lost network. Each kind comes at its own mean rate; what is due happens when {@link Interruptions.happen}
 * is next called.
 */
export class Interruptions {
  #dueMs = new Map<Kind, number>();
  #onlineAtMs = Infinity;

  constructor(sitting: Sitting, person: Person) {
    for (const kind of KINDS) this.#schedule(kind, sitting, person);
  }

  /** Lets everything happen that has become due. Inserts text only while `isWriting`. */
  happen(sitting: Sitting, person: Person, isWriting: boolean): void {
    if (sitting.nowMs >= this.#onlineAtMs) {
      this.#onlineAtMs = Infinity;
      sitting.report({ online: true, t: 0, type: "connection_change" });
      this.#schedule("offline", sitting, person);
    }
    for (const kind of KINDS) {
      if (sitting.nowMs < (this.#dueMs.get(kind) ?? Infinity)) continue;
      if ((kind === "paste" || kind === "move") && !isWriting) continue;
      this.#do(kind, sitting, person);
      if (kind === "offline") this.#dueMs.delete(kind);
      else this.#schedule(kind, sitting, person);
    }
  }

  #schedule(kind: Kind, sitting: Sitting, person: Person): void {
    const rate = person.persona.habits[PER_MINUTE[kind]];
    this.#dueMs.set(kind, sitting.nowMs + untilNext(sitting.random, rate));
  }

  #do(kind: Kind, sitting: Sitting, person: Person): void {
    const { habits } = person.persona;
    if (kind === "away") lookAway(sitting, logNormal(sitting.random, habits.awayMs, 0.6));
    if (kind === "blur") loseFocus(sitting, Math.min(950, logNormal(sitting.random, 350, 0.5)));
    if (kind === "paste") pasteFromOutside(sitting, person);
    if (kind === "move") moveOwnText(sitting, person);
    if (kind !== "offline") return;
    sitting.report({ online: false, t: 0, type: "connection_change" });
    this.#onlineAtMs = sitting.nowMs + logNormal(sitting.random, habits.offlineMs, 0.4);
  }
}

function lookAway(sitting: Sitting, ms: number): void {
  const isTab = chance(sitting.random, 0.7);
  sitting.report({ focused: false, t: 0, type: "focus_change" });
  if (isTab) sitting.report({ t: 0, type: "tab_switch", visible: false });
  sitting.wait(ms);
  if (isTab) sitting.report({ t: 0, type: "tab_switch", visible: true });
  sitting.report({ focused: true, t: 0, type: "focus_change" });
}

function loseFocus(sitting: Sitting, ms: number): void {
  sitting.report({ focused: false, t: 0, type: "focus_change" });
  sitting.wait(ms);
  sitting.report({ focused: true, t: 0, type: "focus_change" });
}

function pasteFromOutside(sitting: Sitting, person: Person): void {
  const { random } = sitting;
  lookAway(sitting, logNormal(random, 8_000, 0.5));
  sitting.wait(logNormal(random, 900, 0.4));
  const inserted = ` ${fillerPassage(random, logNormal(random, person.persona.habits.pasteCharacters, 0.4))}`;
  pressShortcut(sitting, person);
  sitting.report({ length: inserted.length, origin: "outside", t: 0, type: "paste_event" });
  sitting.edit(sitting.text.length, 0, inserted, "paste");
}

/** Cuts the second but last sentence's end and pastes it at the end: an honest rearrangement. */
function moveOwnText(sitting: Sitting, person: Person): void {
  const { random, text } = sitting;
  const end = text.lastIndexOf(" ", text.length - 30);
  const begin = text.lastIndexOf(" ", end - 20 - Math.floor(random() * 100));
  if (begin < 0) return;
  const moved = text.slice(begin, end);
  for (let step = 0; step < 6; step++) {
    sitting.press("arrow", logNormal(random, 220, 0.3), logNormal(random, person.typing.dwellMs, 0.2));
  }
  pressShortcut(sitting, person);
  sitting.report({ length: moved.length, t: 0, type: "cut_event" });
  sitting.edit(begin, moved.length, "", "other");
  sitting.wait(logNormal(random, 700, 0.4));
  sitting.press("navigation", logNormal(random, 300, 0.3), logNormal(random, person.typing.dwellMs, 0.2));
  pressShortcut(sitting, person);
  sitting.report({ length: moved.length, origin: "exam", t: 0, type: "paste_event" });
  sitting.edit(sitting.text.length, 0, moved, "paste");
}

function pressShortcut(sitting: Sitting, person: Person): void {
  const { typing } = person;
  sitting.press("modifier", logNormal(sitting.random, 400, 0.3), typing.dwellMs * 2.2);
  sitting.press("shortcut", logNormal(sitting.random, 140, 0.3), typing.dwellMs);
}
