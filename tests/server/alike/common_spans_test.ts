import assert from "node:assert/strict";
import fc from "fast-check";
import { createRandom } from "../../../scoring/models/random.ts";
import { commonSpans, MOST_CHARACTERS, MOST_SHARERS } from "../../../server/alike/texts/common_spans.ts";
import { LEAST_SPAN } from "../../../server/alike/texts/fingerprints.ts";

const random = createRandom(7);

/** Words that nobody else has. */
function ownWords(count: number): string {
  return Array.from({ length: count }, () => {
    const length = 3 + Math.floor(random() * 8);
    return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
  }).join(" ");
}

const PASSAGE =
  "The treaty of 1648 ended thirty years of war, and left to each prince the faith of his land; nobody had won it.";

function textsOf(...texts: string[]) {
  return texts.map((text, person) => ({ person, text }));
}

Deno.test("[AK20] a passage that two texts have in common is found with its places in both, whatever its case and spaces", () => {
  const [before, after] = [ownWords(40), ownWords(30)];
  const typed = PASSAGE.toUpperCase().replaceAll(" ", "\n  ");
  const texts = textsOf(`${before} ${PASSAGE} ${ownWords(20)}`, `${typed}\n${after}`, ownWords(200));
  const { spans, widespread, isCut } = commonSpans(texts, []);
  assert.equal(spans.length, 1);
  const [{ one, other, length }] = spans;
  assert.deepEqual([one.text, other.text], [0, 1]);
  assert.equal(texts[0].text.slice(one.from, one.to), PASSAGE);
  assert.equal(texts[1].text.slice(other.from, other.to), typed);
  assert.equal(length, PASSAGE.replaceAll(" ", "").length);
  assert.deepEqual([widespread, isCut], [[], false]);
});

Deno.test("[AK20] every passage of sixty signs is found to its last letter, wherever it stands", () => {
  fc.assert(
    fc.property(fc.integer({ min: LEAST_SPAN, max: 300 }), fc.nat(90), fc.nat(90), (length, first, second) => {
      const passage = ownWords(120).replaceAll(" ", "").slice(0, length);
      const own = () => ownWords(60).slice(0, 90);
      const [there, here] = [own().slice(0, first), own().slice(0, second)];
      const texts = textsOf(`${there}1${passage}2${own()}`, `${here}3${passage}4${own()}`);
      const { spans } = commonSpans(texts, []);
      assert.equal(spans.length, 1);
      assert.deepEqual(spans[0].one, { text: 0, from: there.length + 1, to: there.length + 1 + length });
      assert.deepEqual(spans[0].other, { text: 1, from: here.length + 1, to: here.length + 1 + length });
    }),
    { numRuns: 60 },
  );
});

Deno.test("[AK21] what everybody was shown is nobody's passage, and what stands around it still is", () => {
  const quote = ownWords(60);
  const shown = [`Read this:\n\n> ${quote}\n\nand say what you think.`];
  const alone = textsOf(`${ownWords(30)} ${quote} ${ownWords(30)}`, `${quote.toUpperCase()} ${ownWords(30)}`);
  assert.equal(commonSpans(alone, []).spans.length, 1);
  assert.deepEqual(commonSpans(alone, shown).spans, []);
  const around = textsOf(`${PASSAGE} ${quote} ${ownWords(9)}`, `${ownWords(9)} ${PASSAGE} ${quote}`);
  const { spans: [span, ...more] } = commonSpans(around, shown);
  assert.equal(around[0].text.slice(span.one.from, span.one.to), PASSAGE);
  assert.deepEqual(more, []);
});

Deno.test("[AK22] a passage that many have is told once with their number; nobody is compared with themselves", () => {
  const many = Array.from({ length: MOST_SHARERS + 5 }, () => `${ownWords(20)} ${PASSAGE} ${ownWords(20)}`);
  const { spans, widespread } = commonSpans(textsOf(...many), []);
  assert.deepEqual(spans, []);
  assert.equal(widespread.length, 1);
  assert.equal(widespread[0].persons, MOST_SHARERS + 5);
  const { text, from, to } = widespread[0].place;
  assert.ok(PASSAGE.includes(many[text].slice(from, to)));
  const own = [PASSAGE, PASSAGE].map((text) => ({ person: 1, text }));
  assert.deepEqual(commonSpans(own, []).spans, []);
});

Deno.test("[AK23] texts that repeat themselves, and too much text, cost no more than others", () => {
  const same = "ab".repeat(3_000);
  const { spans } = commonSpans(textsOf(same, same, "a".repeat(6_000), "a".repeat(5_000)), []);
  assert.equal(spans[0].length, 6_000);
  assert.ok(spans.length < 100);
  assert.deepEqual(commonSpans([], []).spans, []);
  assert.deepEqual(commonSpans(textsOf("", "short", " "), [""]).spans, []);
  const long = "x".repeat(MOST_CHARACTERS / 2 + 1);
  assert.throws(() => commonSpans(textsOf(long, long), []), RangeError);
});
