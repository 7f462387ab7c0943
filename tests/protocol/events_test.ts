import assert from "node:assert/strict";
import fc from "fast-check";
import { Batch, CapturedEvent, EVENT_SCHEMAS, firstUnsorted } from "../../protocol/events.ts";
import { firstProblem } from "../../words/problem.ts";
import { insertedLength, redact } from "../../protocol/scorable_event.ts";
import { canonicalJson, eventsHash } from "../../server/log/hash.ts";

const EXAMPLES: unknown[] = [
  { type: "capture_start", t: 0, by: "page", signals: ["keystrokes", "pointer"], driven: false },
  { type: "keystroke_data", t: 1, key: "letter", dwell: 80.5, flight: -3, repeat: true },
  { type: "mouse_data", t: 2, kind: "down", pointer: "mouse", points: [[0, 0.5, 0.5]], centre: 0.25 },
  { type: "focus_change", t: 3, focused: false },
  { type: "tab_switch", t: 4, visible: false },
  { type: "copy_event", t: 5, length: 3 },
  { type: "cut_event", t: 6, length: 3 },
  { type: "paste_event", t: 7, length: 3, origin: "exam" },
  { type: "window_resize", t: 8, width: 800, height: 600, screenWidth: 1440, screenHeight: 900 },
  { type: "fullscreen_change", t: 9, active: true },
  { type: "display_change", t: 10, extended: false },
  { type: "idle", t: 11, duration: 30_000 },
  { type: "connection_change", t: 12, online: false },
  { type: "question_view", t: 13, question: "q1" },
  { type: "answer_select", t: 14, question: "q2", choices: ["a", "c"], scripted: true },
  { type: "answer_edit", t: 15, question: "q1", at: 4, removed: 1, inserted: "word", input: "typing" },
];

Deno.test("[MS1] every captured event of the catalogue is taken, and nothing else", () => {
  assert.equal(EXAMPLES.length, EVENT_SCHEMAS.length);
  for (const example of EXAMPLES) assert.ok(CapturedEvent.safeParse(example).success, JSON.stringify(example));
  assert.equal(CapturedEvent.safeParse({ type: "screen_shot", t: 1 }).success, false);
});

Deno.test("[MS2] an unknown field is refused with its path", () => {
  const batch = { seq: 1, sentAt: 0, events: [{ type: "focus_change", t: 1, focused: true, key: "a" }] };
  const parsed = Batch.safeParse(batch);
  assert.equal(parsed.success, false);
  assert.equal(firstProblem(parsed.error!).path, "events.0.key");
});

Deno.test("[MS3] a wrong type, an infinity and a fraction of a millisecond are refused with their path", () => {
  for (const t of ["1", -1, 1.5, Infinity, NaN, 1e300, null]) {
    const parsed = Batch.safeParse({ seq: 1, sentAt: 0, events: [{ type: "focus_change", t, focused: true }] });
    assert.equal(firstProblem(parsed.error!).path, "events.0.t", String(t));
  }
});

Deno.test("[MS4] a batch's canonical JSON does not depend on the order in which a client wrote its fields", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(EXAMPLES, { minLength: 1 }), fc.nat(), (examples, seed) => {
      const shuffled = examples.map((example) => {
        const entries = Object.entries(example as Record<string, unknown>);
        const turn = seed % entries.length;
        return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
      });
      const parsed = shuffled.map((example) => CapturedEvent.parse(example));
      assert.equal(JSON.stringify(parsed), canonicalJson(examples));
      assert.equal(eventsHash(parsed), eventsHash(examples.map((example) => CapturedEvent.parse(example))));
    }),
  );
});

Deno.test("[MS5] what leaves for a proctor's browser carries lengths, never text", () => {
  const edit = CapturedEvent.parse({
    type: "answer_edit",
    t: 1,
    question: "q1",
    at: 0,
    removed: 0,
    inserted: "secret",
  });
  const select = CapturedEvent.parse({ type: "answer_select", t: 1, question: "q1", choices: ["secret"] });
  assert.equal(JSON.stringify([redact(edit), redact(select)]).includes("secret"), false);
  assert.equal(edit.type === "answer_edit" && insertedLength(edit), 6);
});

Deno.test("[MS6] the first event out of order is named", () => {
  assert.equal(firstUnsorted([{ t: 1 }, { t: 1 }, { t: 2 }]), -1);
  assert.equal(firstUnsorted([{ t: 1 }, { t: 3 }, { t: 2 }, { t: 0 }]), 2);
});
