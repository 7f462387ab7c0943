import fc from "fast-check";
import { Question, type QuestionType } from "../../../../protocol/items/registry.ts";
import { withoutUnseen } from "../../../../protocol/unseen_signs.ts";
import { type Picture, readPicture } from "../../../../server/exams/media/read_picture.ts";
import type { Transferred } from "../../../../server/exams/transfer/shared/transferred.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";

/** Texts that mean something to one format or another. */
export const hostile = fc.constantFrom(
  "=1+1",
  "'=x",
  "a {=b}\n\n::q::",
  "// x",
  "$CATEGORY: a",
  "\\n \\ ~%50%",
  '"',
  "[html]",
  "a | b",
  "\ud800",
  "{1:SA:=x}",
  "]]> --> <!-- & &amp; &#1;",
  "@@PLUGINFILE@@/x.png",
  "a/b // $course$/top/",
);

/** Markdown as authors write it. */
const RICH = [
  "Solve $x^2 - \\frac{1}{2} = 0$ for $x$.\n\n$$\\int_0^1 f(x)\\,dx$$",
  "| a | b |\n| --- | --- |\n| 1 | **2** |",
  "```python\nif x:\n    y = 1\n```\n\nand `a  b`",
  "1. one\n   - two\n2. *three*\n\n> said",
  "# Heading\n\nline\nline [link](https://example.org/a?b=1&c=2)",
];

/** A text as an exam takes it: no sign of it is unseen. */
export const written = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  hostile,
  fc.constantFrom(...RICH),
).map(withoutUnseen).filter((text) => text.trim() !== "");

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const pictures: Picture[] = [
  Uint8Array.from([...PNG, 1, 2, 3]),
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 7]),
  new TextEncoder().encode('<svg viewBox="0 0 2 2"><script>1</script><path d="M0 0h2"/></svg>'),
].flatMap((bytes) => readPicture(bytes) ?? []);

const shown = fc.constantFrom(...pictures).chain(({ mediaId }) =>
  fc.constantFrom("", "A tree", "a \\[b\\]").map((alt) => `![${alt}](media:${mediaId})`)
);

/** A text that may show a picture. */
const richText = fc.tuple(written, fc.option(shown, { freq: 3, nil: null })).map(([text, picture]) =>
  picture === null ? text : `${text}\n\n${picture}`
);

/** What a type may have beside its sample. */
const MORE: Partial<Record<QuestionType, fc.Arbitrary<Record<string, unknown>>>> = {
  single_choice: fc.array(fc.tuple(richText, fc.option(richText, { nil: undefined })), { minLength: 3, maxLength: 3 })
    .map((each) => ({ choices: each.map(([text, feedback], at) => ({ id: "abc"[at], text, feedback })) })),
  multiple_choice: fc.array(fc.tuple(richText, fc.option(richText, { nil: undefined })), { minLength: 3, maxLength: 3 })
    .map((each) => ({ choices: each.map(([text, feedback], at) => ({ id: "abc"[at], text, feedback })) })),
  true_false: fc.record({
    choice_feedback: fc.option(
      fc.record({ true: fc.option(richText, { nil: undefined }), false: fc.option(richText, { nil: undefined }) }),
      { nil: undefined },
    ),
  }),
  numeric: fc.constantFrom({}, { units: [{ unit: "km", factor: 1_000 }] }, {
    units: [{ unit: "km", factor: 1_000 }, { unit: "cm", factor: 0.01 }],
    missing_unit: 0.25,
    wrong_unit: 0.25,
  }, { units: [{ unit: "mm", factor: 0.001 }], missing_unit: 0.5, wrong_unit: 0.25 }),
  short_text: fc.record({
    correct: fc.option(fc.array(written, { maxLength: 3 }), { nil: undefined }),
    match_case: fc.option(fc.boolean(), { nil: undefined }),
    ignore_accents: fc.option(fc.boolean(), { nil: undefined }),
  }),
  essay: fc.record({ guidance: fc.option(richText, { nil: undefined }) }),
  code: fc.record({ starter: fc.option(written, { nil: undefined }) }),
};

/** A question of a type, as any author may write it. */
export function anyQuestion(type: QuestionType): fc.Arbitrary<Question> {
  const { shown: own, hidden } = SAMPLES[type];
  return fc.record({
    key: fc.constantFrom(...hidden),
    text: richText,
    more: fc.option(MORE[type] ?? fc.constant({}), { freq: 3, nil: {} }),
    feedback: fc.option(richText, { nil: undefined }),
    tags: fc.option(
      fc.uniqueArray(
        fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom("a b", "x|y", "[z]")).map((tag) =>
          tag.trim()
        ).filter((tag) => tag !== ""),
        { minLength: 1, maxLength: 3 },
      ),
      { nil: undefined },
    ),
    points: fc.constantFrom(1, 2.5),
  }).map(({ key, more, ...common }) =>
    // What is undefined is not there.
    JSON.parse(JSON.stringify(Question.parse({ id: "x1", type, ...own, ...key, ...more, ...common })))
  );
}

const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
const titles = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), hostile, fc.constantFrom("Reading", "Part A/B"))
  .map((title) => withoutUnseen(title).trim()).filter((title) => title !== "");

/** An exam's questions of one type, in sections and pools, with pictures. */
export function anyExam(type: QuestionType): fc.Arbitrary<Transferred> {
  return fc.record({
    sections: fc.uniqueArray(
      fc.record({ id: ids, title: titles, text: fc.option(richText, { nil: undefined }) }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    pools: fc.uniqueArray(fc.record({ id: ids, take: fc.integer({ min: 1, max: 3 }) }), {
      selector: ({ id }) => id,
      maxLength: 2,
    }),
    questions: fc.array(fc.tuple(anyQuestion(type), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
    textFormat: fc.constantFrom("plain", "markdown", undefined),
  }).map(({ sections, pools, questions, textFormat }) => {
    const placed = questions.map(([question, section, pool], at) => ({
      place: section % (sections.length + 1) - 1,
      question: { ...question, id: `q${at + 1}`, points: 2, pool: pools[pool % (pools.length + 1)]?.id },
    })).toSorted((a, b) => a.place - b.place);
    return JSON.parse(JSON.stringify({
      textFormat,
      sections,
      pools,
      questions: placed.map(({ place, question }) => ({ ...question, section: sections[place]?.id })),
    }));
  }).map((exam) => ({ ...exam, pictures: new Map(pictures.map((picture) => [picture.mediaId, picture])) }));
}
