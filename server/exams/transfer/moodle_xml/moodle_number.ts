import { readQuantity, unitKey } from "../../../../protocol/items/read_number.ts";
import type { Question } from "../../../../protocol/items/registry.ts";
import type { Candidate } from "../shared/found.ts";
import { fractionOf, type MoodleSaid, numberIn, plainIn, valueOf } from "./moodle_said.ts";
import { childOf, childrenOf, type XmlElement } from "../xml/xml_tree.ts";
import { xmlText } from "../xml/xml_text.ts";

/** How Moodle says that a unit is shown or asked for: typed, or not at all. */
const TYPED = "0";
const NONE = "3";

/** A number of Moodle's, with its tolerance and units. */
export function moodleNumber(element: XmlElement, said: MoodleSaid): Candidate {
  const answers = childrenOf(element, "answer").filter((answer) => plainIn(answer).trim() !== "*");
  if (answers.some((answer) => ![0, 100].includes(fractionOf(answer)))) said.lose("weights_left_out");
  const [first, ...others] = answers.filter((answer) => fractionOf(answer) === 100);
  if (others.length > 0) said.lose("further_numbers_left_out");
  const correct = first === undefined ? NaN : numberIn(plainIn(first));
  const tolerance = numberIn(first === undefined ? "" : valueOf(first, "tolerance"));
  if (Number.isNaN(correct)) said.lose("no_key");
  return {
    type: "numeric",
    ...unitsOf(element, said),
    ...(Number.isFinite(correct) && { correct }),
    ...(Number.isFinite(correct) && tolerance > 0 && { tolerance }),
  };
}

/**
 * The unit of the right number, and those that may be typed. Moodle says how many of a unit make one of the first; here it is what
 * one of it is. Where it takes off points for a unit, it does so for none and for a wrong one alike.
 */
function unitsOf(element: XmlElement, said: MoodleSaid): Candidate {
  const units = childrenOf(childOf(element, "units") ?? element, "unit")
    .map((each) => ({ name: valueOf(each, "unit_name"), multiplier: Number(valueOf(each, "multiplier") || 1) }))
    .filter(({ name }) => name !== "");
  const own = units.find(({ multiplier }) => multiplier === 1);
  const further = units.filter((each) => each !== own && each.multiplier > 0 && isWritable(each.name))
    .filter(({ name }, at, all) =>
      ![own, ...all.slice(0, at)].some((each) => each && unitKey(each.name) === unitKey(name))
    );
  if (further.length + (own ? 1 : 0) < units.length) said.lose("units_left_out");
  const penalty = numberIn(valueOf(element, "unitpenalty"));
  const isGraded = ["1", "2"].includes(valueOf(element, "unitgradingtype")) && penalty > 0 && penalty <= 1;
  const isTyped = valueOf(element, "showunits") !== NONE &&
    (further.length > 0 || (isGraded && own !== undefined && isWritable(own.name)));
  if (!isTyped) return own === undefined ? {} : { unit: own.name };
  const share = Number((1 - penalty).toFixed(7));
  const typed = further.map(({ name, multiplier }) => ({ unit: name, factor: factorOf(multiplier) }));
  return {
    ...(own !== undefined && { unit: own.name }),
    units: typed.length > 0 ? typed : [{ unit: own?.name, factor: 1 }],
    ...(isGraded && { missing_unit: share, wrong_unit: share }),
  };
}

/** Whether a student can write a unit behind a number, so that it is read as itself. */
function isWritable(unit: string): boolean {
  return unit.length <= 50 && [`1 ${unit}`, `1${unit}`].map(readQuantity)
    .every((read) => read !== null && read.value === 1 && read.unit !== "" && unitKey(read.unit) === unitKey(unit));
}

/** What one of a unit is in another, without what a division adds to it: a hundredth, not 0.010000000000000002. */
function factorOf(multiplier: number): number {
  return Number((1 / multiplier).toPrecision(12));
}

/** The lines of a number in Moodle's words. Where what it takes off for a unit is said otherwise, `unsaidOf` finds it. */
export function moodleNumberLines(
  { correct, tolerance, tolerance_percent: percent, unit, units, missing_unit, wrong_unit }: Extract<
    Question,
    { type: "numeric" }
  >,
): string[] {
  const about = tolerance ?? (percent === undefined ? 0 : Math.abs(correct ?? 0) * percent / 100);
  const key = correct === undefined ? [] : [
    `<answer fraction="100" format="plain_text"><text>${correct}</text><tolerance>${about}</tolerance></answer>`,
  ];
  const element = (name: string, multiplier: number) =>
    `<unit><multiplier>${multiplier}</multiplier><unit_name>${xmlText(name)}</unit_name></unit>`;
  const further = (units ?? []).filter((each) => each.unit !== unit);
  const all = [...unit ? [element(unit, 1)] : [], ...further.map((each) => element(each.unit, factorOf(each.factor)))];
  const isGraded = units !== undefined && wrong_unit === missing_unit && missing_unit !== undefined;
  return [
    ...key,
    ...(all.length === 0 ? [] : [`<units>${all.join("")}</units>`]),
    ...(isGraded
      ? ["<unitgradingtype>2</unitgradingtype>", `<unitpenalty>${factorLeft(missing_unit)}</unitpenalty>`]
      : []),
    `<showunits>${units === undefined ? NONE : TYPED}</showunits>`,
  ];
}

function factorLeft(share: number): number {
  return Number((1 - share).toFixed(7));
}
