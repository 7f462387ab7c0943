import assert from "node:assert/strict";
import type { Reason } from "../../protocol/risk.ts";
import { explain } from "../../scoring/explain.ts";
import { FEATURES } from "../../scoring/features/catalogue.ts";
import { createState, defaultContext } from "../../scoring/fold.ts";
import { PERSONAS } from "../../lab/simulation/persona.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import { LANGUAGES } from "../../words/languages.ts";
import { sayReason } from "../../words/reason.ts";
import { Speaker } from "../../words/speaker.ts";
import { contextWith, reportsOf, sittingOf } from "../scoring/support/sitting.ts";

const ACCUSING =
  /cheat|suspect|suspicious|fraud|dishonest|guilty|caught|violat|illegal|betrug|betrüg|täusch|verdächt|schuld|unehrlich/i;

const cohort = {
  attempts: 30,
  features: Object.fromEntries(FEATURES.map(({ name }) => [name, { median: 0, mad: 0, n: 30 }])),
};

/** Reasons of every persona, alone and beside a cohort. */
const REASONS: readonly Reason[] = [defaultContext(), contextWith({ cohort })].flatMap((context) =>
  PERSONAS.flatMap((persona) => {
    const state = createState();
    const report = reportsOf(sittingOf(persona, 21, 30), context, state).at(-1)!;
    return explain(state, report, context, 99);
  })
);

for (const { language, counted, sentences } of LANGUAGES) {
  const speaker = new Speaker(language, counted);

  Deno.test(`[WO7] the scorer's reasons are calm sentences in ${language.name}, with their numbers`, () => {
    const texts: Readonly<Record<string, { seen: string; usual?: string }>> = sentences.reasons;
    for (const reason of REASONS) {
      assert.ok(reason.code in texts, reason.code);
      const { seen, usual } = sayReason(speaker, sentences, reason);
      for (const text of usual === null ? [seen] : [seen, usual]) {
        assert.match(text, /^[\p{Lu}\d].*\.$/su);
        assert.doesNotMatch(text, ACCUSING);
        assert.doesNotMatch(text, /[[\]{}]|NaN|undefined|Infinity|null/);
      }
      if ("usual" in reason.numbers) assert.notEqual(usual, null, reason.code);
    }
  });

  Deno.test(`[WO10] every reason in ${language.name} has a form for the student themselves, or says that it is the same`, () => {
    const texts: Readonly<Record<string, { seen: string; usual?: string }>> = sentences.reasons;
    const own: Readonly<Record<string, { seen: string; usual?: string } | string>> = sentences.ownReasons;
    for (const code of Object.keys(texts)) {
      assert.ok(Object.hasOwn(own, code), `words/${language.tag}/own_reasons.ts says nothing of ${code}`);
      if (typeof own[code] === "string") assert.equal(own[code], "same", code);
    }
    for (const reason of REASONS) {
      const { seen, usual } = sayReason(speaker, sentences, reason, sentences.ownReasons);
      for (const text of usual === null ? [seen] : [seen, usual]) {
        assert.match(text, /^[\p{Lu}\d].*\.$/su);
        assert.doesNotMatch(text, ACCUSING);
        assert.doesNotMatch(text, /[[\]{}]|NaN|undefined|Infinity|null|this student|The student|Der Prüfling/);
      }
      // The same numbers as whoever watches is told.
      const theirs = sayReason(speaker, sentences, reason);
      assert.deepEqual(numbersIn(seen), numbersIn(theirs.seen), reason.code);
      assert.equal(usual === null, theirs.usual === null, reason.code);
    }
  });

  Deno.test(`[WO7] ${language.name} has a name for every signal and feature, and no other`, () => {
    assert.deepEqual(Object.keys(sentences.signals), SIGNALS.map(({ name }) => name));
    assert.deepEqual(Object.keys(sentences.features), FEATURES.map(({ name }) => name));
    assert.deepEqual(Object.keys(sentences.featureTitles), FEATURES.map(({ name }) => name));
    for (const { meaning } of Object.values(sentences.featureTitles)) assert.match(meaning, /^\p{Lu}.*\.$/u);
  });
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+([.,]\d+)*/g)].map(([number]) => number).sort();
}

const away: Reason = {
  name: "away",
  category: "signal",
  points: 12,
  code: "away",
  numbers: { spells: 4, away_ms: 71_000, longest_ms: 32_000 },
  from: 60_000,
  to: 206_000,
};
const [english, german] = LANGUAGES.map((words) => {
  const speaker = new Speaker(words.language, words.counted);
  return (reason: Reason) => sayReason(speaker, words.sentences, reason);
});

Deno.test("[WO7] a reason is said with its language's numbers and plurals", () => {
  assert.equal(english(away).seen, "Away 4 times, 71 s in all, longest 32 s.");
  assert.equal(german(away).seen, "4-mal abwesend, insgesamt 71 s, am längsten 32 s.");
  const slower: Reason = {
    ...away,
    name: "std_flight",
    category: "anomaly",
    code: "unlike_before",
    numbers: { value: 1_234.4, usual: 95.4 },
  };
  assert.deepEqual(english(slower), {
    seen: "Variation of the time between keys in the last minutes: 1234 ms.",
    usual: "For this student before, 95 ms.",
  });
  const others: Reason = {
    ...away,
    name: "cohort",
    category: "anomaly",
    code: "unlike_others",
    numbers: { idle_percentage: 0.91, usual_idle_percentage: 0.5, total_blur_duration: 71.4 },
  };
  assert.deepEqual(english(others), {
    seen: "Over the whole attempt, in five minutes: time without input 91 %; time away 71 s.",
    usual: "In this exam, in five minutes, time without input 50 %.",
  });
});

Deno.test("[WO10] the student themselves is told in the second person; what has no form for them is said as to others", () => {
  const [{ language, counted, sentences }] = LANGUAGES;
  const speaker = new Speaker(language, counted);
  const say = (reason: Reason) => sayReason(speaker, sentences, reason, sentences.ownReasons);
  assert.equal(say(away).seen, "You were away 4 times, 71 s in all, longest 32 s.");
  assert.equal(say({ ...away, code: "contributed", name: "cohort" }).seen, "Cohort contributed.");
  assert.equal(say({ ...away, code: "of_a_later_version" }).seen, "Away contributed.");
  const steady: Reason = { ...away, code: "keys_regular", numbers: { spread: 0.05, letters: 60 } };
  assert.deepEqual(say(steady), {
    seen: "Your times between letters vary by 5 %.",
    usual: "People's vary by 25 % and more, over 60 letters.",
  });
});

Deno.test("[WO8] what a sentence says of a number that is not known is left out", () => {
  const typed = { keys: 220, interval_ms: 182, usual_keys: 400, usual_interval_ms: 150 };
  const reason: Reason = { ...away, name: "takeover", code: "typing_changed", numbers: typed };
  assert.deepEqual(english(reason), {
    seen: "The last 220 keys: 182 ms between letters.",
    usual: "Earlier in this attempt (400 keys): 150 ms between letters.",
  });
  const held = { ...reason, numbers: { ...typed, dwell_ms: 90 } };
  assert.equal(english(held).seen, "The last 220 keys: 182 ms between letters, held for 90 ms.");
  assert.equal(english({ ...away, code: "of_a_later_version" }).seen, "Away contributed.");
});

Deno.test("[WO7] how often is said before what, so that nothing reads as its opposite", () => {
  const { language, counted, sentences } = LANGUAGES.find(({ language }) => language.tag === "en")!;
  const speaker = new Speaker(language, counted);
  const numbers = { inserts: 2, span_ms: 70_000, outside_characters: 281, share: 0.5, largest_characters: 200 };
  const { seen } = sayReason(
    speaker,
    sentences,
    {
      ...{ code: "text_from_outside", name: "external_text", category: "signal", points: 1 },
      ...{ numbers, from: null, to: null },
    } satisfies Reason,
  );
  assert.match(seen, /^Twice over .*, text arrived without being typed: 281 characters/);
});
