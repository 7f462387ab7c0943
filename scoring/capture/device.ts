import type { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Screens that are shorter than this on their long side are phones', in px … */
const PHONE_PX = 1_000;
/** … and upright ones that are narrower than this are tablets'. */
const TABLET_PX = 1_050;

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** A page captures: something besides answers was recorded, or an edit says how it came into its field. */
  isPage: false,
  /** A finger or a pen was used, or the screen is a phone's or a tablet's. */
  isTouched: false,
  /** Something says what the device is: its window, its pointer, a key with a character, or the word that capture began. */
  isKnown: false,
});

/** {@link Device} in JSON. */
export const DeviceSnapshot = memorySchema(start());
export type DeviceSnapshot = z.infer<typeof DeviceSnapshot>;

/**
 * What an attempt is sat on, as far as it tells whether typing must show keys. On glass it need not: keyboards there send
 * no key events, or send `other` once a word. And what comes by API alone, with answers and nothing else, is no page's.
 */
export class Device {
  readonly #memory = start();

  get isPage(): boolean {
    return this.#memory.isPage;
  }

  get isTouched(): boolean {
    return this.#memory.isTouched;
  }

  get isKnown(): boolean {
    return this.#memory.isKnown;
  }

  /** A key was pressed. Keyboards on glass call theirs `other`. */
  key(key: KeyClass): void {
    this.#memory.isPage = true;
    if (key !== "other") this.#memory.isKnown = true;
  }

  /** Something was seen that only a page records. */
  seePage(): void {
    this.#memory.isPage = true;
  }

  /** Takes in what is neither a key nor an edit. */
  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    switch (event.type) {
      case "answer_select":
      case "question_view":
      case "copy_event":
      case "cut_event":
      case "paste_event":
      case "connection_change":
        return;
      case "capture_start":
        memory.isKnown = true;
        break;
      case "mouse_data":
        memory.isKnown = true;
        if (event.pointer !== "mouse") memory.isTouched = true;
        break;
      case "window_resize":
        memory.isKnown = true;
        if (isHandheld(event.screenWidth, event.screenHeight)) memory.isTouched = true;
        break;
    }
    memory.isPage = true;
  }

  snapshot(): DeviceSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: DeviceSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}

/**
 * Whether a screen is a phone's or an upright tablet's. A size of 0 is none.
 *
 * @param width,height In px as the browser gives them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isHandheld(390, 844), true);
 * assert.equal(isHandheld(820, 1_180), true);
 * assert.equal(isHandheld(1_536, 864), false);
 * assert.equal(isHandheld(1_080, 1_920), false, "a monitor that stands upright");
 * ```
 */
export function isHandheld(width: number, height: number): boolean {
  if (width <= 0 || height <= 0) return false;
  return Math.max(width, height) < PHONE_PX || (height > width && width < TABLET_PX);
}
