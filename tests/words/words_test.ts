import assert from "node:assert/strict";
import { acceptedTags, ENGLISH, LANGUAGES, wordsOf } from "../../words/languages.ts";
import { listText, nameOrder } from "../../words/lists.ts";
import { isFormat, piecesOf, Speaker } from "../../words/speaker.ts";
import { ageText, momentText } from "../../words/times.ts";

function textsOf(node: unknown, path = ""): [path: string, text: string][] {
  if (typeof node === "string") return [[path, node]];
  assert.ok(typeof node === "object" && node !== null, `${path} is neither text nor group`);
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, path === "" ? key : `${path}.${key}`));
}

function placesOf(text: string): string[] {
  return piecesOf(text).filter((piece) => typeof piece !== "string").map(({ name }) => name).sort();
}

for (const { language, counted, sentences } of LANGUAGES) {
  Deno.test(`[WO1] ${language.name} has every sentence, each with the values that English has`, () => {
    const english = new Map(textsOf(ENGLISH.sentences));
    const texts = new Map(textsOf(sentences));
    assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort());
    for (const [path, text] of texts) {
      assert.notEqual(text.trim(), "", `${path} says nothing`);
      assert.deepEqual(placesOf(text), placesOf(english.get(path) ?? ""), path);
    }
  });

  Deno.test(`[WO2] every number in a sentence in ${language.name} is said in a way that there is`, () => {
    for (const [path, text] of textsOf(sentences)) {
      for (const piece of piecesOf(text)) {
        if (typeof piece === "string") {
          assert.doesNotMatch(piece, /[{}]/, `${path}: a brace that belongs to no value`);
        } else {
          assert.ok(isFormat(piece.format) || Object.hasOwn(counted, piece.format), `${path}: ${piece.format}`);
        }
      }
    }
  });

  Deno.test(`[WO3] ${language.name} has a form for each plural that it makes`, () => {
    const forms = new Intl.PluralRules(language.locale).resolvedOptions().pluralCategories;
    for (const [name, phrase] of Object.entries(counted)) {
      const isAlike = Object.keys(phrase).every((form) => form === "other");
      if (isAlike) continue;
      const exact = Object.keys(phrase).filter((form) => form.startsWith("="));
      const missing = forms.filter((form) => !(form in phrase) && !(form === "one" && exact.includes("=1")));
      assert.deepEqual(missing, [], `${name} has no form for ${missing}`);
    }
  });
}

Deno.test("[WO4] a page speaks the first language that its reader asks for and that there is, else English", () => {
  assert.equal(wordsOf(acceptedTags("fr, de-AT;q=0.8, en;q=0.7")).language.tag, "de");
  assert.equal(wordsOf(acceptedTags("en-US,de;q=0.9")).language.tag, "en");
  assert.equal(wordsOf(acceptedTags("de;q=0, fr")).language.tag, "en");
  assert.equal(wordsOf(acceptedTags(null)).language.tag, "en");
  assert.deepEqual(acceptedTags("<script>, *;q=0.1, , de;q=x"), []);
});

Deno.test("[WO5] numbers, plurals, lists and dates are said as the language says them", () => {
  const [english, german] = ["en", "de"].map((tag) => {
    const words = wordsOf([tag]);
    return new Speaker(words.language, words.counted);
  });
  assert.equal(
    english.say("Away {n:times}, {ms:duration} of {all}.", { n: 2, ms: 71_400, all: 1_200 }),
    "Away twice, 71 s of 1,200.",
  );
  assert.equal(
    german.say("{n:times}, {ms:duration} von {all}", { n: 4, ms: 720_000, all: 1_200 }),
    "4-mal, 12 min von 1.200",
  );
  assert.equal(english.percent(0.123), "12 %");
  assert.equal(english.say("{ms:span}", { ms: 72_400 }), "1 min 12 s");
  assert.equal(ageText(english, 7_300_000), "2 h");
  assert.equal(german.say("{risk:tenths}", { risk: 1_074 }), "1.074,0");
  assert.equal(english.number(0.126, { most: 2 }), "0.13");
  assert.equal(english.tell({ away: "Away for {ms:span}" }, { key: "away", values: { ms: 8_000 } }), "Away for 8 s");
  assert.deepEqual(["Zoë 10", "Öde", "Zoe 9", "Ode"].sort(nameOrder(german.language)), [
    "Öde",
    "Ode",
    "Zoe 9",
    "Zoë 10",
  ]);
  assert.equal(german.count(5, "attempts"), "5 Versuche", "as a sentence begins with it");
  assert.equal(listText(german.language, ["a", "b", "c"]), "a, b und c");
  assert.match(momentText(german, Date.UTC(2026, 10, 26, 12)), /2[67]\. Nov/);
  assert.throws(() => english.say("{name}", {} as Record<"name", string>), RangeError);
});
