import type { CapturedEvent } from "../../protocol/events.ts";
import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";
import { type IdlePiece, IdleSpell } from "./idle_spell.ts";
import { keyClass } from "./key_class.ts";

/** The idle signal: it also wants to know of what the other signals report. */
export interface IdleSignal extends CaptureSignal {
  settle(): void;
  /** Called before an event is recorded: what is no input cuts the spell, so that events stay in order. */
  beforeRecord(event: CapturedEvent): void;
}

const INPUT = ["keydown", "pointerdown", "pointermove", "wheel", "input"];
const REPORTED_BY_INPUT: ReadonlySet<string> = new Set([
  "idle",
  "keystroke_data",
  "mouse_data",
  "answer_edit",
  "answer_select",
]);

/** Captures `idle`: a time without any input. */
export function captureIdle(context: CaptureContext): IdleSignal {
  const spell = new IdleSpell(context.now());
  const record = (piece: IdlePiece | null) => {
    if (piece === null) return;
    context.record({ duration: piece.durationMs, t: context.t(piece.at), type: "idle" });
  };
  const unlisten = INPUT.map((type) =>
    listen(document, type, (event) => {
      if (!isSilent(event)) record(spell.input(event.timeStamp));
    })
  );
  return {
    settle: () => record(spell.settle(context.now())),
    beforeRecord: (event) => {
      if (!REPORTED_BY_INPUT.has(event.type)) record(spell.interrupt(context.now()));
    },
    stop: () => {
      unlisten.forEach((remove) => remove());
      record(spell.interrupt(context.now()));
    },
  };
}

/** A held modifier repeats, and nothing is captured of that: a page where something lies on the Shift key is idle. */
function isSilent(event: Event): boolean {
  if (!(event instanceof KeyboardEvent) || !event.repeat) return false;
  return keyClass({ key: event.key, ctrlKey: false, metaKey: false, altGraph: false }) === "modifier";
}
