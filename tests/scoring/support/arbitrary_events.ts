import fc from "fast-check";
import { type CapturedEvent, InputKind, KeyClass } from "../../../protocol/events.ts";

/** An event without its time. */
type Untimed = CapturedEvent extends infer E ? E extends CapturedEvent ? Omit<E, "t"> : never : never;

const length = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 }));
const question = fc.constantFrom("q1", "q2");
/** A number as the protocol hands it on: without -0. */
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const share = number(-2, 3);

const untimed: fc.Arbitrary<Untimed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("keystroke_data" as const),
      key: fc.constantFrom(...KeyClass.options),
      dwell: fc.option(number(0, 4_000)),
      flight: fc.option(number(-500, 10_000)),
      repeat: fc.boolean(),
      scripted: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("answer_edit" as const),
      question,
      at: length,
      removed: length,
      inserted: fc.integer({ min: 0, max: 3_000 }).map((n) => "a".repeat(n)),
      input: fc.option(fc.constantFrom(...InputKind.options), { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("mouse_data" as const),
      kind: fc.constantFrom("move" as const, "down" as const, "up" as const, "wheel" as const),
      pointer: fc.constantFrom("mouse" as const, "touch" as const, "pen" as const),
      points: fc.array(fc.tuple(number(0, 4_000), share, share), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("focus_change" as const), focused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("tab_switch" as const), visible: fc.boolean() }) },
  fc.record({ type: fc.constantFrom("copy_event" as const, "cut_event" as const), length }),
  fc.record({
    type: fc.constant("paste_event" as const),
    length,
    origin: fc.constantFrom("exam" as const, "outside" as const),
  }),
  fc.record({
    type: fc.constant("window_resize" as const),
    width: fc.integer({ min: 0, max: 3_000 }),
    height: fc.integer({ min: 0, max: 3_000 }),
    screenWidth: fc.integer({ min: 0, max: 3_000 }),
    screenHeight: fc.integer({ min: 0, max: 3_000 }),
  }),
  fc.record({ type: fc.constant("fullscreen_change" as const), active: fc.boolean() }),
  fc.record({ type: fc.constant("display_change" as const), extended: fc.boolean() }),
  fc.record({ type: fc.constant("idle" as const), duration: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ type: fc.constant("connection_change" as const), online: fc.boolean() }),
  fc.record({ type: fc.constant("question_view" as const), question }),
  fc.record({
    type: fc.constant("capture_start" as const),
    by: fc.constantFrom("page" as const, "embed" as const, "extension" as const),
    driven: fc.boolean(),
    signals: fc.array(fc.constantFrom("keys", "pointer", "focus")),
  }),
  fc.record({ type: fc.constant("answer_select" as const), question, choices: fc.array(fc.constant("a")) }),
);

/** Gaps between events in ms: mostly typing, sometimes a pause, seldom a long absence. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 3, arbitrary: fc.integer({ min: 400, max: 20_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 900_000 }) },
);

/** Valid events of an attempt, sorted by `t`. */
export const arbitraryEvents: fc.Arbitrary<CapturedEvent[]> = fc
  .array(fc.tuple(gap, untimed), { minLength: 1, maxLength: 150, size: "max" })
  .map((steps) => {
    let t = 0;
    return steps.map(([ms, event]) => ({ ...event, t: t += ms }));
  });

/** The same events in batches, cut at the given places. */
export function cut<T>(events: readonly T[], places: readonly number[]): T[][] {
  const bounds = [...new Set([0, ...places.map((place) => place % (events.length + 1)), events.length])]
    .sort((a, b) => a - b);
  return bounds.slice(1).map((end, index) => events.slice(bounds[index], end));
}
