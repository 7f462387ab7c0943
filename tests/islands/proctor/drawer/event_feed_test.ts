import assert from "node:assert/strict";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { Speaking, speechOf } from "../../../../islands/components/speech.tsx";
import { EventFeed } from "../../../../islands/proctor/drawer/event_feed.ts";
import { FeedText } from "../../../../islands/proctor/drawer/feed_text.tsx";
import type { RedactedEntry, RedactedEvent } from "../../../../protocol/redacted_log.ts";
import { ENGLISH, wordsOf } from "../../../../words/languages.ts";
import type { Words } from "../../../../words/words.ts";

const link = { n: 1, received_at: 0, context: "c" };

function batch(...events: RedactedEvent[]): RedactedEntry {
  return { kind: "batch", ...link, late: false, events, report: { risk: 0, level: "low" } };
}

function lines(...entries: RedactedEntry[]): string[] {
  return linesIn(ENGLISH, entries);
}

/** The feed's lines as a page shows them, without their markup. */
function linesIn(words: Words, entries: readonly RedactedEntry[]): string[] {
  const feed = new EventFeed(["q1", "q2"]);
  for (const entry of entries) feed.add(entry);
  return feed.newestFirst().reverse().map(({ line }) =>
    renderToString(h(Speaking, { speech: speechOf(words), children: h(FeedText, { line }) })).replace(/<[^>]*>/g, "")
  );
}

Deno.test("[PR8] blur and hidden tab together are one spell away; a short one is none", () => {
  assert.deepEqual(
    lines(batch(
      { type: "focus_change", focused: false, t: 1_000 },
      { type: "tab_switch", visible: false, t: 1_010 },
      { type: "tab_switch", visible: true, t: 9_000 },
      { type: "focus_change", focused: true, t: 9_020 },
      { type: "focus_change", focused: false, t: 20_000 },
      { type: "focus_change", focused: true, t: 20_400 },
    )),
    ["Away for 8 s"],
  );
});

Deno.test("keys and typed text are summed up; a paste says from where, once", () => {
  const key = (t: number): RedactedEvent => ({ type: "keystroke_data", key: "letter", dwell: 80, flight: 90, t });
  const edit = { type: "answer_edit", question: "q1", at: 0, removed: 0 } as const;
  assert.deepEqual(
    lines(batch(
      { type: "question_view", question: "q2", t: 0 },
      key(10),
      { ...edit, inserted: 1, input: "typing", t: 12 },
      key(200),
      { ...edit, inserted: 1, input: "typing", t: 202 },
      { type: "paste_event", length: 240, origin: "outside", t: 900 },
      { ...edit, inserted: 240, input: "paste", t: 900 },
      { ...edit, inserted: 80, input: "dictation", t: 2_000 },
    )),
    [
      "Opened question 2",
      "Writing: 2 keys, 2 characters added",
      "Pasted 240 characters from outside",
      "80 characters put into question 1 by dictation",
    ],
  );
});

Deno.test("what staff and system did stands in the feed with who and why", () => {
  assert.deepEqual(
    lines(
      { kind: "started", ...link, by: "student", reason: null },
      { kind: "paused", ...link, by: "ada", reason: "Fire alarm" },
      { kind: "ended", ...link, by: "system", reason: null, state: "expired", cause: "deadline" },
    ),
    ["Started", "Paused by ada: Fire alarm", "Time over by the system"],
  );
});

Deno.test("[PR60] the feed is in the order of time, whatever came late, and gives each line its time of day", () => {
  const feed = new EventFeed(["q1", "q2"]);
  const at = (received_at: number) => ({ ...link, received_at, by: "ada", reason: null });
  feed.add({ kind: "started", ...at(1_000_000) });
  feed.add(
    batch({ type: "tab_switch", visible: false, t: 2_000 }, { type: "question_view", question: "q1", t: 4_000 }),
  );
  feed.add({ kind: "paused", ...at(1_030_000) });
  feed.add(batch(
    { type: "question_view", question: "q2", t: 9_000 },
    { type: "tab_switch", visible: true, t: 20_000 },
    { type: "copy_event", length: 3, t: 40_000 },
  ));
  feed.add({ kind: "resumed", ...at(1_035_000) });
  assert.equal(feed.startedAt, 1_000_000);
  assert.deepEqual(feed.newestFirst().map(({ t }) => t), [40_000, 35_000, 30_000, 9_000, 4_000, 2_000, 0]);
});

Deno.test("a spell that has not ended is told as going on", () => {
  assert.deepEqual(lines(batch({ type: "tab_switch", visible: false, t: 5 })), ["Away since then"]);
});

Deno.test("[WO31] the feed speaks the page's language", () => {
  const entries: RedactedEntry[] = [
    batch(
      { type: "tab_switch", visible: false, t: 1_000 },
      { type: "tab_switch", visible: true, t: 73_000 },
      { type: "paste_event", length: 1_200, origin: "outside", t: 80_000 },
    ),
    { kind: "extended", ...link, by: "ada", reason: "Feueralarm", minutes: 5 },
    { kind: "ended", ...link, by: "system", reason: null, state: "expired", cause: "deadline" },
  ];
  assert.deepEqual(linesIn(wordsOf(["de"]), entries), [
    "1 min 12 s abwesend",
    "1.200 Zeichen von außerhalb eingefügt",
    "Um 5 min verlängert (ada): Feueralarm",
    "Zeit abgelaufen (System)",
  ]);
});

Deno.test("[AT30] what was kept and not applied stands apart in the feed, and so does what was handed over late", () => {
  const edit = (t: number, inserted: number): RedactedEvent => {
    return { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted, t };
  };
  const choice: RedactedEvent = { type: "answer_select", question: "q2", choices: 1, t: 4_000 };
  const whole = batch(edit(1_000, 5), edit(2_000, 7), edit(3_000, 2), choice);
  const later = batch(edit(5_000, 8), edit(6_000, 6));
  assert.ok(whole.kind === "batch" && later.kind === "batch");
  assert.deepEqual(
    lines({ ...whole, kept: [1, 2, 3] }, { ...later, kept: [0, 1], handed_over_by: "amina" }),
    [
      "Writing: 0 keys, 5 characters added",
      "Kept, not applied: 9 characters written while the attempt stood still or was over",
      "Kept, not applied: a choice in question 2",
      "Handed over late: 14 characters",
    ],
  );
});

Deno.test("[DK83] text that came with far fewer keys than it has characters stands out; what keyboards complete does not", () => {
  const key = (t: number): RedactedEvent => ({ type: "keystroke_data", key: "letter", dwell: 80, flight: 90, t });
  const edit = (t: number, inserted: number, input: "typing" | "history" | "dictation" | "other"): RedactedEvent => ({
    type: "answer_edit",
    question: "q1",
    at: 0,
    removed: 0,
    inserted,
    input,
    t,
  });
  const tones = (...events: RedactedEvent[]) => {
    const feed = new EventFeed(["q1"]);
    feed.add(batch(...events));
    return feed.newestFirst().map(({ tone }) => tone);
  };
  assert.deepEqual(tones(key(0), edit(1, 476, "typing")), ["notable"]);
  assert.deepEqual(lines(batch(key(0), edit(1, 476, "typing"))), ["476 characters added with 1 key"]);
  assert.deepEqual(tones(edit(0, 200, "other")), ["notable"]);
  assert.deepEqual(tones(edit(0, 200, "dictation")), ["plain"], "dictation is no piece from elsewhere");
  assert.deepEqual(tones(key(0), edit(1, 476, "history")), ["plain"], "undo brings back what was typed before");
  const words = Array.from({ length: 20 }, (_, at) => [key(at * 10), edit(at * 10 + 1, 3, "typing")]).flat();
  assert.deepEqual(tones(...words), ["plain"], "a keyboard that completes words");
});
