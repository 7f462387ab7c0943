import assert from "node:assert/strict";
import fc from "fast-check";
import { BatchEvents, InputKind, KeyClass } from "../../protocol/events.ts";
import { StudentToServer } from "../../protocol/student_messages.ts";
import { MAX_BATCH_EVENTS, MAX_LENGTH, MAX_PATH_POINTS } from "../../protocol/limits.ts";
import { BatchEntry } from "../../protocol/log_entry.ts";
import { readBatchEntry, readBatchMessage, readEvents } from "../../protocol/read_events.ts";

const t = fc.nat(1e9);
const length = fc.nat(MAX_LENGTH);
const share = fc.double({ min: -100, max: 100, noNaN: true });
const duration = fc.double({ min: 0, max: 3_600_000, noNaN: true });
const question = fc.string({ minLength: 1, maxLength: 100 });

const good: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({
    type: fc.constant("keystroke_data"),
    t,
    key: fc.constantFrom(...KeyClass.options),
    dwell: fc.option(duration),
    flight: fc.option(fc.double({ min: -3_600_000, max: 3_600_000, noNaN: true })),
    repeat: fc.boolean(),
  }, { requiredKeys: ["type", "t", "key", "dwell", "flight"] }),
  fc.record({
    points: fc.array(fc.tuple(duration, share, share), { minLength: 1, maxLength: 5 }),
    type: fc.constant("mouse_data"),
    t,
    kind: fc.constantFrom("move", "down", "up", "wheel"),
    pointer: fc.constantFrom("mouse", "touch", "pen"),
  }),
  fc.record({
    type: fc.constant("answer_edit"),
    t,
    removed: length,
    question,
    inserted: fc.string(),
    input: fc.constantFrom(...InputKind.options),
    at: length,
  }, { requiredKeys: ["type", "t", "removed", "question", "inserted", "at"] }),
  fc.record({ type: fc.constant("focus_change"), t, focused: fc.boolean() }),
  fc.record({ type: fc.constant("tab_switch"), t, visible: fc.boolean() }),
  fc.record({ type: fc.constantFrom("copy_event", "cut_event"), t, length }),
  fc.record({ type: fc.constant("question_view"), t, question }),
  fc.record({ type: fc.constant("idle"), t, duration }),
  fc.record({ type: fc.constant("paste_event"), t, length, origin: fc.constantFrom("exam", "outside") }),
  fc.record({
    type: fc.constant("window_resize"),
    t,
    width: length,
    height: length,
    screenWidth: length,
    screenHeight: length,
  }),
);

const odd = fc.constantFrom<unknown>(
  null,
  -1,
  -0,
  1.5,
  1e300,
  "",
  "x".repeat(101),
  "x".repeat(8_001),
  true,
  [],
  {},
  [[0, 0]],
  [[0, 0, 0, 0]],
  [[0, 0, 100.5]],
  Array(MAX_PATH_POINTS + 1).fill([0, 0, 0]),
  "letter",
  "paste",
  3_600_001,
  10_000_001,
);

/** A value as it comes out of `JSON.parse`. */
function wire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

Deno.test("[MS12] the quick reader takes whatever the schema takes of the common events, in the same form", () => {
  fc.assert(
    fc.property(fc.array(good, { minLength: 1, maxLength: 8 }), (events) => {
      const value = wire(events);
      assert.equal(JSON.stringify(readEvents(value)), JSON.stringify(BatchEvents.parse(value)));
    }),
  );
});

Deno.test("[MS13] a -0 is taken as 0, by both readers: JSON brings it in, but would not write it to the log", () => {
  const events = JSON.parse(`[
    {"type":"mouse_data","kind":"move","pointer":"mouse","t":0,"points":[[0,-0,-0.0],[-0,0,-1e-999]]},
    {"type":"keystroke_data","key":"letter","dwell":-0,"flight":-0,"t":-0},
    {"type":"idle","duration":-0,"t":0}
  ]`);
  const taken = readEvents(events) ?? BatchEvents.parse(events);
  assert.deepEqual(taken, JSON.parse(JSON.stringify(taken)));
});

Deno.test("[MS12] the quick reader takes nothing that the schema refuses", () => {
  const fields = [
    "t",
    "type",
    "key",
    "dwell",
    "points",
    "kind",
    "at",
    "length",
    "question",
    "inserted",
    "input",
    "more",
  ];
  const changed = fc.tuple(good, fc.constantFrom(...fields, "__proto__"), fc.oneof(odd, fc.jsonValue()), fc.boolean())
    .map(([event, field, value, isRemoved]) => {
      const text = Object.entries(event).filter(([name]) => name !== field)
        .concat(isRemoved ? [] : [[field, value]])
        .map(([name, part]) => `${JSON.stringify(name)}:${JSON.stringify(part)}`);
      return JSON.parse(`{${text.join(",")}}`);
    });
  fc.assert(
    fc.property(fc.array(fc.oneof(good.map(wire), changed, odd), { maxLength: 4 }), (events) => {
      const read = readEvents(events);
      if (read === null) return;
      const parsed = BatchEvents.safeParse(events);
      assert.ok(parsed.success, JSON.stringify(events));
      assert.equal(JSON.stringify(read), JSON.stringify(parsed.data));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("[MS12] the quick reader leaves sizes beyond the limits to the schema", () => {
  const event = { type: "tab_switch", t: 0, visible: true };
  assert.equal(readEvents([]), null);
  assert.equal(readEvents(Array(MAX_BATCH_EVENTS).fill(event))?.length, MAX_BATCH_EVENTS);
  assert.equal(readEvents(Array(MAX_BATCH_EVENTS + 1).fill(event)), null);
});

Deno.test("[MS12] the quick reader takes no batch message that the schema refuses", () => {
  const events = [{ type: "tab_switch", t: 0, visible: true }];
  const fine = { type: "batch", seq: 1, sentAt: 0, events };
  assert.deepEqual(readBatchMessage(fine), StudentToServer.parse(fine));
  const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 8.64e15, 8.7e15, 2 ** 53, null, "1"));
  fc.assert(
    fc.property(numbers, numbers, fc.constantFrom({}, { more: 1 }), (seq, sentAt, more) => {
      const message = { ...fine, seq, sentAt, ...more };
      if (readBatchMessage(message) !== null) assert.ok(StudentToServer.safeParse(message).success);
    }),
  );
});

Deno.test("[MS12] the quick reader takes no log entry that the schema refuses", () => {
  const fine = {
    kind: "batch",
    n: 2,
    prev: "0".repeat(64),
    received_at: 1.5,
    context: "c",
    seq: 1,
    sentAt: 0,
    late: false,
    report: { risk: 0.25, level: "low" },
    events: [{ type: "tab_switch", t: 0, visible: true }],
  };
  assert.equal(JSON.stringify(readBatchEntry(fine)), JSON.stringify(BatchEntry.parse(fine)));
  const fields = [...Object.keys(fine), "more"];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.oneof(odd, fc.jsonValue()), fc.boolean(), (field, value, isRemoved) => {
      const entries = Object.entries({ ...fine, [field]: value }).filter(([name]) => !isRemoved || name !== field);
      const entry = wire(Object.fromEntries(entries));
      const read = readBatchEntry(entry);
      if (read !== null) assert.equal(JSON.stringify(read), JSON.stringify(BatchEntry.parse(entry)));
    }),
  );
});
