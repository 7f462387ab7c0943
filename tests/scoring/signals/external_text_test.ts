import assert from "node:assert/strict";
import type { InputKind } from "../../../protocol/events.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { ExternalText } from "../../../scoring/signals/external_text.ts";
import { paste, typing } from "../support/sitting.ts";

function scoreOf(events: readonly ScorableEvent[], paper = 0): { score: number | null; tracker: ExternalText } {
  const tracker = new ExternalText();
  tracker.useContext({ paper_characters: paper });
  for (const event of events) tracker.observe(event);
  return { score: tracker.score(), tracker };
}

function insert(t: number, inserted: number, input?: InputKind, removed = 0): ScorableEvent {
  return { type: "answer_edit", question: "q1", at: 0, removed, inserted, input, t };
}

const OWN = typing(0, 400);

Deno.test("[SG1] external_text is null below 50 characters entered, and 0 while all of it was typed", () => {
  assert.equal(scoreOf(typing(0, 49)).score, null);
  assert.equal(scoreOf(typing(0, 50)).score, 0);
});

Deno.test("[SG2] a paste from outside shows, by its share of the text entered", () => {
  const small = scoreOf([...OWN, ...paste(90_000, 100, "outside")]).score!;
  const large = scoreOf([...OWN, ...paste(90_000, 300, "outside")]).score!;
  assert.ok(small > 0 && large > small, `${small} ${large}`);
  assert.equal(scoreOf([...typing(0, 4_000, 50), ...paste(990_000, 100, "outside")]).score, 0, "a quotation");
});

Deno.test("[SG2] a paste and the edit that it caused count once, whichever comes first", () => {
  const whole = paste(90_000, 800, "outside");
  const expected = scoreOf([...OWN, whole[0]]).score;
  assert.equal(scoreOf([...OWN, ...whole]).score, expected);
  const reversed = scoreOf([...OWN, ...whole.toReversed()]);
  assert.equal(reversed.score, expected);
  assert.equal(reversed.tracker.evidence()?.numbers.inserts, 1);
});

Deno.test("[SG2] line ends that differ between a paste and its edit are no second text", () => {
  const events: ScorableEvent[] = [
    { type: "paste_event", length: 1_000, origin: "outside", t: 90_000 },
    insert(90_000, 1_030, "paste"),
  ];
  assert.equal(scoreOf([...OWN, ...events]).score, scoreOf([...OWN, events[0]]).score);
});

Deno.test("[SG3] an insert that capture split is one insert", () => {
  const { tracker } = scoreOf([...OWN, ...paste(90_000, 20_000, "outside")]);
  const { inserts, outside_characters, share, largest_characters } = tracker.evidence()!.numbers;
  assert.deepEqual([inserts, outside_characters, largest_characters], [1, 20_000, 20_000]);
  assert.ok(share > 0.97 && share < 0.99);
  const unnamed = scoreOf([...OWN, insert(90_000, 8_000), insert(90_000, 8_000), insert(90_000, 7)]);
  assert.equal(unnamed.tracker.evidence()?.numbers.inserts, 1);
  assert.equal(unnamed.tracker.evidence()?.numbers.outside_characters, 16_007);
});

Deno.test("[SG4] an insert without keystrokes counts though nobody called it a paste", () => {
  for (const input of [undefined, "typing", "other", "paste", "drop"] as const) {
    assert.ok(scoreOf([...OWN, insert(90_000, 300, input)]).score! > 0.3, input ?? "no input kind");
  }
});

Deno.test("[SG4] keys gathered into one edit are typing", () => {
  const keys = typing(90_000, 60).filter(({ type }) => type === "keystroke_data");
  assert.equal(scoreOf([...OWN, ...keys, insert(103_000, 60, "typing")]).score, 0);
});

Deno.test("[SG5] composition, replacement and history are not outside text", () => {
  const events = [...OWN, insert(90_000, 40, "composition"), insert(91_000, 12, "replacement", 11)];
  events.push(insert(92_000, 0, "history", 300), insert(93_000, 300, "history"));
  assert.equal(scoreOf(events).score, 0);
});

Deno.test("[SG5] speech at a speaker's pace is typing; more than anybody can say is not", () => {
  assert.equal(scoreOf([...OWN, insert(90_000, 120, "dictation"), insert(99_000, 90, "dictation")]).score, 0);
  assert.ok(scoreOf([...OWN, insert(90_000, 4_000, "dictation")]).score! > 0.3);
});

Deno.test("[SG6] own text that is cut, copied, dragged or undone is not outside text", () => {
  const cut: ScorableEvent = { type: "cut_event", length: 300, t: 90_000 };
  assert.equal(scoreOf([...OWN, cut, insert(90_000, 0, "typing", 300), ...paste(95_000, 300, "exam")]).score, 0);
  const copy: ScorableEvent = { type: "copy_event", length: 400, t: 90_000 };
  const copies = [91_000, 95_000, 99_000].flatMap((t) => paste(t, 400, "exam"));
  assert.equal(scoreOf([...OWN, copy, ...copies]).score, 0);
  assert.equal(scoreOf([...OWN, insert(90_000, 0, "drop", 300), insert(90_001, 300, "drop")]).score, 0);
  assert.equal(
    scoreOf([...OWN, insert(90_000, 300, "drop"), insert(90_001, 0, "drop", 300)]).score,
    0,
    "put in before taken out",
  );
  assert.equal(
    scoreOf([...OWN, insert(90_000, 0, undefined, 300), insert(99_000, 300)]).score,
    0,
    "deleted, then put back",
  );
});

Deno.test("[SG6] text of the paper is not outside text", () => {
  assert.equal(scoreOf([...OWN, ...paste(90_000, 900, "exam")], 2_000).score, 0);
});

Deno.test("[SG9] a paste as long as a passage that was removed or copied is own text, whoever says what of it", () => {
  const removed = insert(90_000, 0, "typing", 200);
  assert.equal(scoreOf([...OWN, removed, ...paste(95_000, 200, "outside")]).score, 0, "killed and yanked");
  const lines = [80, 1, 60].map((length, index) => insert(90_000 + index, 0, "typing", length));
  assert.equal(scoreOf([...OWN, ...lines, ...paste(95_000, 141, "outside")]).score, 0, "killed line by line");
  const letters = Array.from({ length: 120 }, (_, index): ScorableEvent => ({
    ...{ type: "answer_edit", question: "q1", removed: 1, inserted: 0, input: "typing" },
    ...{ at: 399 - index, t: 90_000 + index * 50 },
  }));
  assert.equal(scoreOf([...OWN, ...letters, ...paste(99_000, 120, "outside")]).score, 0, "erased letter by letter");
  const copies = Array.from({ length: 51 }, (_, index): ScorableEvent => ({
    ...{ type: "copy_event", length: 300 - index, t: 90_000 + index },
  }));
  assert.equal(scoreOf([...OWN, ...copies, ...paste(99_000, 300, "outside")]).score, 0, "the fifty-first copy");
});

Deno.test("[SG9] a paste of another length is from outside, however much was removed or copied", () => {
  const copy: ScorableEvent = { type: "copy_event", length: 300, t: 89_000 };
  const events = [...OWN, copy, insert(90_000, 0, "typing", 250), ...paste(95_000, 249, "outside")];
  assert.ok(scoreOf(events).score! > 0.3);
  const tracker = new ExternalText();
  tracker.restore(JSON.parse(JSON.stringify(scoreOf(events).tracker.snapshot())));
  for (const event of paste(99_000, 250, "outside")) tracker.observe(event);
  assert.equal(tracker.evidence()?.numbers.outside_characters, 249, "known after a restore");
});

Deno.test("[SG7] origin and input are the client's word: what nothing accounts for counts as outside all the same", () => {
  assert.ok(scoreOf([...OWN, ...paste(90_000, 5_000, "exam")], 500).score! > 0.5, "longer than all that exists");
  for (const input of ["composition", "replacement", "history"] as const) {
    assert.ok(scoreOf([...OWN, insert(90_000, 5_000, input)], 500).score! > 0.5, input);
  }
  const again = Array.from({ length: 40 }, (_, index) => paste(90_000 + index * 5_000, 800, "exam")).flat();
  assert.ok(scoreOf([...OWN, ...again], 500).score! > 0.5, "the same text for ever, without a copy");
});

Deno.test("[SG32] an edit takes out no more than stands behind its place, whatever it claims", () => {
  const claims = Array.from({ length: 12 }, (_, index): ScorableEvent => ({
    type: "answer_edit",
    question: "q1",
    at: 5_000_000,
    removed: 10_000_000,
    inserted: 250,
    input: "typing",
    t: 90_000 + index * 12_000,
  }));
  assert.equal(scoreOf([...OWN, ...claims]).score, 1);
  assert.equal(
    scoreOf([...OWN, insert(90_000, 0, "typing", 400), insert(99_000, 400, "history")]).score,
    0,
    "all of it",
  );
});

Deno.test("[SG30] exam is believed where a passage was copied, cut or removed that it can be", () => {
  const pastes = (count: number, length: number, fromT = 90_000) =>
    Array.from({ length: count }, (_, index) => paste(fromT + index * 9_000, length, "exam")).flat();
  const copy = (length: number): ScorableEvent => ({ type: "copy_event", length, t: 89_000 });
  const few = typing(0, 250);
  assert.ok(scoreOf([...few, ...pastes(6, 400)], 2_000).score! > 0.9, "nothing was ever copied");
  assert.equal(scoreOf([...few, ...pastes(1, 400)], 2_000).score, 0, "a middle click on the paper");
  assert.equal(scoreOf([...few, copy(396), ...pastes(2, 400)], 2_000).score, 0, "line ends aside");
  assert.ok(scoreOf([...few, copy(200), ...pastes(6, 400)], 2_000).score! > 0.9, "another passage was copied");
  assert.equal(scoreOf([...typing(0, 1_000), copy(120), ...pastes(20, 120)]).score, 0, "a template in code");
  assert.ok(scoreOf([...typing(0, 100), copy(80), ...pastes(40, 80)]).score! > 0.9, "hardly anything was typed");
  const { tracker } = scoreOf([...few, ...pastes(3, 400)], 1_000);
  assert.equal(tracker.evidence()?.numbers.outside_characters, 1_200, "earlier claims are taken back");
});

Deno.test("[SG31] undo brings back what was erased, and no more", () => {
  const erased = Array.from({ length: 150 }, (_, index): ScorableEvent => ({
    ...{ type: "answer_edit", question: "q1", removed: 1, inserted: 0, input: "typing" },
    ...{ at: 399 - index, t: 90_000 + index * 50 },
  }));
  assert.equal(scoreOf([...OWN, ...erased, insert(99_000, 150, "history")]).score, 0);
  assert.ok(scoreOf([...OWN, ...erased, insert(99_000, 650, "history")], 5_000).score! > 0.5);
});

Deno.test("[SG31] keys that were saved up explain no insert", () => {
  const saved = Array.from({ length: 1_920 }, (_, index): ScorableEvent => ({
    ...{ type: "keystroke_data", key: "letter", dwell: 80, flight: null },
    t: 90_000 + index * 100,
  }));
  assert.ok(scoreOf([...OWN, ...saved, insert(282_100, 1_900, "typing")]).score! > 0.6);
});

Deno.test("[SG8] one insert goes less far than a habit", () => {
  const pastes = (count: number) =>
    Array.from({ length: count }, (_, index) => paste(90_000 + index * 9_000, 5_000, "outside")).flat();
  const [one, two, three] = [1, 2, 3].map((count) => scoreOf([...OWN, ...pastes(count)]).score!);
  assert.ok(one < two && two < three && three === 1, `${one} ${two} ${three}`);
});

Deno.test("external_text says how often, how much and when", () => {
  const { tracker } = scoreOf([...OWN, ...paste(90_000, 300, "outside"), ...paste(150_000, 100, "outside")]);
  assert.deepEqual(tracker.evidence(), {
    code: "text_from_outside",
    numbers: { inserts: 2, span_ms: 60_000, outside_characters: 400, share: 0.5, largest_characters: 300 },
    from: 90_000,
    to: 150_000,
  });
});
