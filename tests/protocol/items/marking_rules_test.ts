import assert from "node:assert/strict";
import { markAnswer, Question } from "../../../protocol/items/registry.ts";

const PROMPT = { id: "q1", text: "Which?", points: 2.5 };
const markOf = (question: Record<string, unknown>, answer: string | string[]) =>
  markAnswer(Question.parse({ ...PROMPT, ...question }), answer);
const problemsOf = (question: Record<string, unknown>) =>
  Question.safeParse({ ...PROMPT, ...question }).error?.issues.map(({ path, message }) => [path.join("."), message]) ??
    [];

Deno.test("[IT61] capitals count and accents do not only where the author says so", () => {
  const cafe = { type: "short_text", correct: ["Café"] };
  assert.deepEqual(["café", "Cafe", " CAFE\u0301 "].map((text) => markOf(cafe, text)), [1, 0, 1]);
  const loose = { ...cafe, ignore_accents: true };
  assert.deepEqual(["cafe", "CAFÉ", "caffe"].map((text) => markOf(loose, text)), [1, 1, 0]);
  const strict = { ...cafe, match_case: true };
  assert.deepEqual(["Café", "Cafe\u0301", "café"].map((text) => markOf(strict, text)), [1, 1, 0]);
  // A vowel that is a sign of its own is no accent.
  assert.equal(markOf({ type: "short_text", correct: ["कि"], ignore_accents: true }, "क"), 0);
  assert.equal(markOf({ type: "short_text", correct: ["שלום"], ignore_accents: true }, "שָׁלוֹם"), 1);
});

Deno.test("[IT62] multiple choice is right minus wrong, or all or nothing where the author says so", () => {
  const choices = ["a", "b", "c"].map((id) => ({ id, text: id }));
  const plain = { type: "multiple_choice", choices, correct: ["a", "b"] };
  const strict = { ...plain, scoring: "all_or_nothing" };
  const given = [["a", "b"], ["b", "a", "a"], ["a"], ["a", "b", "c"], ["c"]];
  assert.deepEqual(given.map((answer) => markOf(plain, answer)), [1, 1, 0.5, 0.5, 0]);
  assert.deepEqual(given.map((answer) => markOf({ ...plain, scoring: "right_minus_wrong" }, answer)), [
    1,
    1,
    0.5,
    0.5,
    0,
  ]);
  assert.deepEqual(given.map((answer) => markOf(strict, answer)), [1, 1, 0, 0, 0]);
});

Deno.test("[IT64] a number is right in each of its units, and the author says what one without a unit is worth", () => {
  const speed = {
    type: "numeric",
    correct: 80,
    tolerance_percent: 1,
    units: [{ unit: "km/h", factor: 1 }, { unit: "m/s", factor: 3.6 }],
  };
  const given = [
    "80 km/h",
    "80km / h",
    "22.2 m/s",
    "22,2 m/s",
    "80",
    "80 mph",
    "22.2",
    "22.2 km/h",
    "80 or 81",
    "km/h",
  ];
  assert.deepEqual(given.map((text) => markOf(speed, text)), [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  const strict = { ...speed, missing_unit: 0, wrong_unit: 0.5 };
  assert.deepEqual(given.map((text) => markOf(strict, text)), [1, 1, 1, 1, 0, 0.5, 0, 0, 0, 0]);
  // The unit beside the field is one of them.
  assert.equal(markOf({ ...speed, units: [{ unit: "m/s", factor: 3.6 }], unit: "km/h" }, "80 km/h"), 1);
  // Capitals of a unit are its meaning.
  const power = { type: "numeric", correct: 5, units: [{ unit: "mW", factor: 1 }] };
  assert.deepEqual(["5 mW", "5 MW"].map((text) => markOf(power, text)), [1, 0]);
  // Without units, none may be written, as before there were any.
  assert.equal(markOf({ type: "numeric", correct: 5, unit: "m" }, "5 m"), 0);
});

Deno.test("[IT64] a tolerance in percent is of the right number, its ends included", () => {
  const within = { type: "numeric", correct: -200, tolerance_percent: 5 };
  assert.deepEqual(["-190", "-210", "-189.9", "200"].map((text) => markOf(within, text)), [1, 1, 0, 0]);
});

Deno.test("[IT64] units that contradict themselves are refused, with their path", () => {
  const numeric = { type: "numeric", correct: 1 };
  const unit = (unit: string, factor = 1) => ({ unit, factor });
  assert.deepEqual(problemsOf({ ...numeric, units: [unit("m"), unit(" m ", 2)] }), [["units.1.unit", "unit_twice"]]);
  assert.deepEqual(problemsOf({ ...numeric, unit: "m", units: [unit("m", 2)] }), [["units.0.unit", "unit_twice"]]);
  assert.deepEqual(problemsOf({ ...numeric, unit: "m", units: [unit("m"), unit("cm", 0.01)] }), []);
  for (const text of ["5", "e3", " ", "- m", "·10^3"]) {
    assert.deepEqual(problemsOf({ ...numeric, units: [unit(text)] }), [["units.0.unit", "unit_form"]], text);
  }
  assert.deepEqual(problemsOf({ ...numeric, missing_unit: 0 }), [["missing_unit", "units_needed"]]);
  assert.deepEqual(problemsOf({ ...numeric, tolerance: 1, tolerance_percent: 1 }), [[
    "tolerance_percent",
    "one_tolerance",
  ]]);
});
