import assert from "node:assert/strict";
import fc from "fast-check";
import { PERSONAS } from "../../../lab/simulation/persona.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import { CapturedEvent, firstUnsorted } from "../../../protocol/events.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";

const QUESTIONS: PaperQuestion[] = [
  { id: "q1", points: 10, text: "Explain how it works.", type: "essay" },
  {
    id: "q2",
    points: 1,
    text: "Which one?",
    type: "single_choice",
    choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
  },
  {
    id: "q3",
    points: 1,
    text: "Which ones?",
    type: "multiple_choice",
    choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
  },
  { id: "q4", points: 1, text: "True?", type: "true_false" },
  { id: "q5", points: 1, text: "How many?", type: "numeric" },
  { id: "q6", points: 1, text: "Name one.", type: "short_text", max_characters: 100 },
];
const TEN_MINUTES = { questions: QUESTIONS, durationMs: 600_000 };

const anyPersona = fc.constantFrom(...PERSONAS);
const anySeed = fc.integer();

function eventsOf(persona: typeof PERSONAS[number], seed: number, options = TEN_MINUTES): CapturedEvent[] {
  return [...simulate(persona, seed, options)];
}

function countOf(events: CapturedEvent[], type: CapturedEvent["type"]): number {
  return events.filter((event) => event.type === type).length;
}

function keystrokes(events: CapturedEvent[]) {
  return events.filter((event) => event.type === "keystroke_data");
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

Deno.test("[SI1] every simulated event is valid, canonical and in order of time", () => {
  fc.assert(
    fc.property(anyPersona, anySeed, (persona, seed) => {
      const events = eventsOf(persona, seed);
      assert.equal(firstUnsorted(events), -1);
      for (const event of events) {
        assert.equal(JSON.stringify(CapturedEvent.parse(event)), JSON.stringify(event));
        assert.ok(event.t <= TEN_MINUTES.durationMs);
      }
    }),
    { numRuns: 25 },
  );
});

Deno.test("[SI2] the same persona and seed give the same events, another seed others", () => {
  fc.assert(
    fc.property(anyPersona, anySeed, (persona, seed) => {
      const options = { questions: QUESTIONS, durationMs: 60_000 };
      assert.deepEqual(eventsOf(persona, seed, options), eventsOf(persona, seed, options));
      assert.notDeepEqual(eventsOf(persona, seed, options), eventsOf(persona, seed ^ 1, options));
    }),
    { numRuns: 20 },
  );
});

Deno.test("[SI3] edits always fit the answer's text, and every typed letter has its keystroke", () => {
  fc.assert(
    fc.property(anyPersona, anySeed, (persona, seed) => {
      const texts = new Map<string, string>();
      let typed = 0;
      const events = eventsOf(persona, seed);
      for (const event of events) {
        if (event.type !== "answer_edit") continue;
        const text = texts.get(event.question) ?? "";
        assert.ok(event.at + event.removed <= text.length);
        texts.set(event.question, text.slice(0, event.at) + event.inserted + text.slice(event.at + event.removed));
        if (event.input === "typing") typed++;
      }
      const writing = new Set(["letter", "digit", "space", "punctuation", "backspace"]);
      const pressed = keystrokes(events).filter((event) => writing.has(event.key)).length;
      assert.ok(Math.abs(pressed - typed) <= 1, `${pressed} presses, ${typed} typed edits`);
    }),
    { numRuns: 25 },
  );
});

Deno.test("[SI4] a steady student types like a person: spread gaps, rollover, slips mended", () => {
  const events = eventsOf("steady", 11);
  const keys = keystrokes(events);
  const dwells = keys.flatMap((key) => key.dwell ?? []);
  const rolled = keys.filter((key) => (key.flight ?? 0) < 0).length / keys.length;
  const mended = keys.filter((key) => key.key === "backspace").length / keys.length;
  assert.ok(medianOf(dwells) > 70 && medianOf(dwells) < 170, `median dwell ${medianOf(dwells)} ms`);
  assert.ok(rolled > 0.05 && rolled < 0.5, `${rolled} of presses rolled over`);
  assert.ok(mended > 0.01 && mended < 0.15, `${mended} of presses are backspaces`);
});

Deno.test("[SI5] a script's rhythm hardly varies, a person's does", () => {
  const spreadOf = (persona: "bot" | "steady"): number => {
    const dwells = keystrokes(eventsOf(persona, 5)).flatMap((key) => key.dwell ?? []);
    const mean = dwells.reduce((sum, dwell) => sum + dwell, 0) / dwells.length;
    return Math.sqrt(dwells.reduce((sum, dwell) => sum + (dwell - mean) ** 2, 0) / dwells.length) / mean;
  };
  assert.ok(spreadOf("bot") < 0.2, `bot ${spreadOf("bot")}`);
  assert.ok(spreadOf("steady") > 0.2, `steady ${spreadOf("steady")}`);
});

Deno.test("[SI6] personas do what their names say", () => {
  const half = { questions: QUESTIONS, durationMs: 1_800_000 };
  for (const seed of [1, 2, 3]) {
    const outside = eventsOf("pasting", seed, half).filter((event) =>
      event.type === "paste_event" && event.origin === "outside"
    );
    assert.ok(outside.length >= 3, `seed ${seed}: ${outside.length} pastes`);
    assert.ok(countOf(eventsOf("away", seed, half), "focus_change") >= 20);
    assert.ok(countOf(eventsOf("offline", seed, half), "connection_change") >= 4);
    assert.equal(countOf(eventsOf("screen_reader", seed, half), "mouse_data"), 0);
    assert.ok(
      countOf(eventsOf("fast", seed, half), "keystroke_data") > 1.5 * countOf(
            eventsOf("hesitant", seed, half),
            "keystroke_data",
          ),
    );
    const dictated = eventsOf("dictation", seed, half).filter((event) =>
      event.type === "answer_edit" && event.input === "dictation"
    );
    assert.ok(dictated.length >= 50);
    const predicted = eventsOf("switch_access", seed, half).filter((event) =>
      event.type === "answer_edit" && event.input === "replacement"
    );
    assert.ok(predicted.length >= 50);
  }
});

Deno.test("[SI7] honest personas never bring text from outside", () => {
  fc.assert(
    fc.property(fc.constantFrom("steady", "fast", "hesitant", "offline", "dictation"), anySeed, (persona, seed) => {
      for (const event of eventsOf(persona, seed)) {
        assert.ok(event.type !== "paste_event" || event.origin === "exam");
      }
    }),
    { numRuns: 15 },
  );
});

Deno.test("[SI8] a sitting that is taken over changes its rhythm in the middle and not before", () => {
  const options = { questions: QUESTIONS, durationMs: 1_800_000 };
  for (const seed of [1, 2, 3, 4]) {
    const keys = keystrokes(eventsOf("taken_over", seed, options)).filter((key) => key.key === "letter");
    const dwellBetween = (from: number, to: number): number =>
      medianOf(keys.filter((key) => key.t >= from && key.t < to).flatMap((key) => key.dwell ?? []));
    const first = dwellBetween(0, 450_000);
    const second = dwellBetween(450_000, 900_000);
    const after = dwellBetween(930_000, 1_800_000);
    assert.ok(Math.abs(Math.log(second / first)) < 0.1, `seed ${seed}: ${first} then ${second}`);
    assert.ok(Math.abs(Math.log(after / first)) > 0.2, `seed ${seed}: ${first} then ${after}`);
  }
});

Deno.test("[SI11] a sitting begins as a page does, and a hand moves before it presses, around the middle", () => {
  const centres: number[] = [];
  for (let seed = 0; seed < 20; seed++) {
    const events = eventsOf("steady", seed);
    assert.deepEqual([events[0].type, countOf(events, "capture_start")], ["capture_start", 1]);
    const pointer = events.filter((event) => event.type === "mouse_data");
    pointer.forEach((event, index) => {
      if (event.kind !== "down") return assert.equal(event.centre, undefined);
      assert.equal(pointer[index - 1]?.kind, "move");
      assert.ok(event.t - pointer[index - 1].t < 3_000);
      centres.push(event.centre ?? NaN);
    });
  }
  assert.ok(centres.length > 100, `${centres.length} presses`);
  assert.ok(centres.filter((centre) => centre < 0.05).length / centres.length < 0.03);
  assert.ok(medianOf(centres) > 0.3 && medianOf(centres) < 0.7);
  const script = eventsOf("bot", 1).filter((event) => event.type === "mouse_data" && event.kind === "down");
  assert.ok(script.length > 0 && script.every((event) => event.type === "mouse_data" && event.centre === 0));
});

Deno.test("[SI9] an empty paper is refused", () => {
  assert.throws(() => simulate("steady", 1, { questions: [], durationMs: 1_000 }).next(), RangeError);
});
