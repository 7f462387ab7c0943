import type { Answer } from "../../../protocol/items/answer.ts";
import type { QuestionType } from "../../../protocol/items/registry.ts";

/** What the tests know of one type of question. */
export interface ItemSample {
  /** What a student sees of a question, beside id, text and points. */
  shown: Record<string, unknown>;
  /** What is hidden from students: one key after another, the last one empty. The answers are marked by the first. */
  hidden: Record<string, unknown>[];
  /** Texts that a student can copy, beside the question's own. */
  texts: string[];
  /** Answers with the share of the points that they deserve. */
  marks: [answer: Answer, share: number | null][];
}

const choices = [{ id: "a", text: "Ash" }, { id: "b", text: "  if x:\n    Beech" }, { id: "c", text: "Cedar" }];
const judged = choices.map((choice) => ({ ...choice, feedback: `Secret of ${choice.id}` }));
const choiceTexts = choices.map(({ text }) => text);

/** One question of every type. */
export const SAMPLES: Record<QuestionType, ItemSample> = {
  single_choice: {
    shown: { choices },
    hidden: [{ correct: "b" }, { correct: "a", choices: judged, feedback: "Secret", tags: ["secret"] }, {}],
    texts: choiceTexts,
    marks: [[["b"], 1], [["a"], 0], [["a", "b"], 0], ["b", 0]],
  },
  multiple_choice: {
    shown: { choices },
    hidden: [
      { correct: ["a", "b"], scoring: "right_minus_wrong" },
      { correct: ["c"], scoring: "all_or_nothing", choices: judged },
      { correct: [] },
      {},
    ],
    texts: choiceTexts,
    marks: [
      [["a", "b"], 1],
      [["b", "a"], 1],
      [["a"], 0.5],
      [["a", "a"], 0.5],
      [["a", "b", "c"], 0.5],
      [["a", "c"], 0],
      [["c"], 0],
      [["c", "no such choice"], 0],
    ],
  },
  true_false: {
    shown: {},
    hidden: [{ correct: false }, { correct: true, choice_feedback: { true: "Secret" } }, {}],
    texts: [],
    marks: [[["false"], 1], [["true"], 0], [["true", "false"], 0]],
  },
  numeric: {
    shown: { unit: "m" },
    hidden: [
      { correct: -0.3, tolerance: 0.1 },
      { correct: 7, tolerance: 2 },
      { correct: 7, tolerance_percent: 10 },
      { correct: 7 },
      {},
    ],
    texts: [],
    marks: [
      ["-0.3", 1],
      [" −0,2 ", 1],
      ["-0.4", 1],
      ["-0.41", 0],
      ["-٠٫٣", 1],
      ["-3e-1", 1],
      ["0.3", 0],
      ["about -0.3", 0],
      ["1e999", 0],
    ],
  },
  short_text: {
    shown: { max_characters: 40 },
    hidden: [{ correct: ["Café  au lait", "Latte"] }, { correct: ["Tea"], match_case: true, ignore_accents: true }, {
      correct: ["", " "],
    }, {}],
    texts: [],
    marks: [["latte", 1], [" CAFE\u0301 au\nlait ", 1], ["cafe au lait", 0], ["latte macchiato", 0]],
  },
  essay: {
    shown: { words: { max: 200 } },
    hidden: [{ guidance: "Look for beeches." }, {}],
    texts: [],
    marks: [["Trees.", null]],
  },
  matching: {
    shown: { left: choices, right: [{ id: "1", text: "Tree" }, { id: "2", text: "Code" }] },
    hidden: [
      { correct: { a: "1", b: "2" } },
      { correct: { c: "1" }, right: [{ id: "2", text: "Code" }, { id: "1", text: "Tree" }] },
      { correct: {} },
      {},
    ],
    texts: [...choiceTexts, "Tree", "Code"],
    marks: [
      [["a=1", "b=2"], 1],
      [["b=2", "c=1"], 0.5],
      [["a=1", "a=2", "b=2"], 0.5],
      [["a=2", "b=1"], 0],
      [["no pair"], 0],
    ],
  },
  ordering: {
    shown: { choices },
    hidden: [{ correct: ["b", "a", "c"] }, { correct: ["c", "a", "b"], choices: choices.toReversed() }, {}],
    texts: choiceTexts,
    marks: [
      [["b", "a", "c"], 1],
      [["a", "b", "c"], 1 / 3],
      [["c", "a", "b"], 0],
      [["b", "a"], 0],
      [["b", "a", "a"], 0],
      [["b", "a", "x"], 0],
    ],
  },
  file: {
    shown: { accept: ["pdf", "text"], max_files: 2, max_megabytes: 3 },
    hidden: [{ guidance: "Look at the figure." }, {}],
    texts: [],
    marks: [[[`${"0".repeat(64)}=essay.pdf`], null]],
  },
  code: {
    shown: { programming_language: "Python", starter: { text: "def f(x):\n    pass" } },
    hidden: ["Look at the loop.", undefined].map((guidance) => ({ starter: "def f(x):\n    pass", guidance })),
    texts: ["def f(x):\n    pass"],
    marks: [["def f(x):\n\treturn x", null]],
  },
  cloze: {
    shown: {
      passage: [{ text: "The " }, { gap: "river" }, { text: " flows through " }, { gap: "city" }, { text: "." }],
      gaps: [{ id: "river", max_characters: 50 }, { id: "city", max_characters: 50, choices }],
    },
    hidden: [clozeKey(["Seine", "La  Seine"], ["b"]), clozeKey(["Rhine"], ["a"]), clozeKey([""], []), clozeKey()],
    texts: ["The ", " flows through ", ".", ...choiceTexts],
    marks: [
      [["river=la seine", "city=b"], 1],
      [["city=b"], 0.5],
      [["river=Seine", "river=Rhine", "city=b"], 0.5],
      [["river=Seine=", "city=c"], 0],
      [["Seine"], 0],
    ],
  },
};

function clozeKey(river?: string[], city?: string[]) {
  const gaps = [{ id: "river", correct: river }, { id: "city", choices, correct: city }];
  return { passage: "The [[river]] flows through [[city]].", gaps };
}
