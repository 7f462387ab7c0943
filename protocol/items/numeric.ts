import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { textOf } from "./answer_form.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";
import { readNumber, readQuantity, unitKey } from "./read_number.ts";

const type = z.literal("numeric");

/** What a sum of decimals may be off by, as a share: 0.4 lies within 0.1 of 0.3, though doubles say otherwise. */
const ROUNDING = 1e-12;

const Unit = z.strictObject({
  unit: z.string().min(1).max(50),
  factor: z.number().positive().describe("What one of it is in the unit of `correct`: 3.6 for m/s where that is km/h"),
});

const share = z.number().min(0).max(1).optional();

/** A number. The answer is kept as it was typed; {@link readQuantity} says which number that is, and which unit it has. */
export const numeric = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    unit: z.string().max(50).optional().describe("Shown beside the field; the unit of `correct`"),
    correct: z.number().optional(),
    tolerance: z.number().min(0).optional().describe("How far off is still right, in the unit of `correct`"),
    tolerance_percent: z.number().min(0).max(100).optional().describe("The same, in percent of `correct`"),
    units: z.array(Unit).min(1).max(20).optional()
      .describe("Units that may be written behind the number; without them none may"),
    missing_unit: share.describe(
      "Share of the points for a right number without a unit, where `units` stand; 1 when absent",
    ),
    wrong_unit: share.describe(
      "Share of the points for a right number with a unit that is none of them; 0 when absent",
    ),
  }).superRefine(checkUnits),
  paper: z.strictObject({
    ...paperPrompt,
    type,
    unit: z.string().optional(),
    takes_unit: z.boolean().optional().describe("Whether a unit may stand behind the number"),
  }),
  answer: TextAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    ...(question.unit && { unit: question.unit }),
    ...(question.units && { takes_unit: true }),
  }),
  /** Right within the tolerance, its ends included, in whichever unit it is given. */
  mark({ unit: own, correct, tolerance = 0, tolerance_percent: percent = 0, units, missing_unit, wrong_unit }, answer) {
    if (correct === undefined) return null;
    const most = Math.max(tolerance, Math.abs(correct) * percent / 100);
    const isRight = (given: number) =>
      Math.abs(given - correct) <= most + ROUNDING * Math.max(Math.abs(correct), Math.abs(given));
    const text = textOf(answer);
    if (units === undefined) {
      const given = readNumber(text);
      return given !== null && isRight(given) ? 1 : 0;
    }
    const given = readQuantity(text);
    if (given === null) return 0;
    const { value, unit } = given;
    if (unit === "") return isRight(value) ? missing_unit ?? 1 : 0;
    const known = [...units, ...(own ? [{ unit: own, factor: 1 }] : [])].find((one) =>
      unitKey(one.unit) === unitKey(unit)
    );
    if (known !== undefined) return isRight(value * known.factor) ? 1 : 0;
    return isRight(value) ? wrong_unit ?? 0 : 0;
  },
});

interface Measure {
  unit?: string;
  units?: readonly z.infer<typeof Unit>[];
  tolerance?: number;
  tolerance_percent?: number;
  missing_unit?: number;
  wrong_unit?: number;
}

/** One tolerance; each unit once, and one that students can write; shares only where there are units. */
function checkUnits(question: Measure, context: z.RefinementCtx): void {
  const { unit: own, units = [], tolerance, tolerance_percent: percent } = question;
  if (tolerance !== undefined && percent !== undefined) {
    context.addIssue({ code: "custom", path: ["tolerance_percent"], message: "one_tolerance" });
  }
  const keys = units.map(({ unit }) => unitKey(unit));
  units.forEach(({ unit, factor }, index) => {
    const path = ["units", index, "unit"];
    const isOwn = own !== undefined && unitKey(own) === keys[index];
    if (keys.indexOf(keys[index]) !== index || (isOwn && factor !== 1)) {
      context.addIssue({ code: "custom", path, message: "unit_twice", params: { value: unit } });
    }
    // Written with a space or without, it is read as itself.
    const isWritable = [`1 ${unit}`, `1${unit}`].map(readQuantity).every((read) =>
      read !== null && read.value === 1 && read.unit !== "" && unitKey(read.unit) === keys[index]
    );
    if (!isWritable) {
      context.addIssue({ code: "custom", path, message: "unit_form", params: { value: unit } });
    }
  });
  for (const field of ["missing_unit", "wrong_unit"] as const) {
    if (question[field] !== undefined && question.units === undefined) {
      context.addIssue({ code: "custom", path: [field], message: "units_needed" });
    }
  }
}
