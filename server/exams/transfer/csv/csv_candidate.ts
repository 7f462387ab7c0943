import type { Question } from "../../../../protocol/items/registry.ts";
import { cleanText } from "../shared/clean_text.ts";
import type { Candidate } from "../shared/found.ts";

type Row = ReadonlyMap<string, string>;

/** The question in a row, by its columns. A type that is not given follows from what is. */
export function csvCandidate(row: Row): Candidate {
  const choices = choicesOf(row);
  const key = (row.get("correct") ?? "").trim();
  const type = (row.get("type") ?? "").trim().toLowerCase() || guessedType(choices.length, key);
  const text = (row.get("text") ?? "").toWellFormed();
  const id = (row.get("id") ?? "").trim();
  const shared = {
    ...(id !== "" && { id }),
    type,
    text,
    ...number(row, "points"),
    ...listIn(row, "tags"),
    ...textIn(row, "feedback"),
  };
  switch (type) {
    case "single_choice":
    case "multiple_choice": {
      const keys = key.split(/[\s,;]+/).filter((each) => each !== "").map((each) => idOfKey(each, choices));
      const correct = type === "single_choice" ? keys.join(" ") || undefined : keys.length > 0 ? keys : undefined;
      return { ...shared, choices, ...(correct !== undefined && { correct }), ...wordIn(row, "scoring") };
    }
    case "true_false": {
      const correct = /^(true|t|1|wahr)$/i.test(key) ? true : /^(false|f|0|falsch)$/i.test(key) ? false : key;
      const said = { ...textIn(row, "feedback_true", "true"), ...textIn(row, "feedback_false", "false") };
      return {
        ...shared,
        ...(key !== "" && { correct }),
        ...(Object.keys(said).length > 0 && { choice_feedback: said }),
      };
    }
    case "numeric":
      return {
        ...shared,
        ...number(row, "correct"),
        ...number(row, "tolerance"),
        ...number(row, "tolerance_percent"),
        ...textIn(row, "unit"),
      };
    case "short_text":
      return {
        ...shared,
        ...number(row, "max_characters"),
        ...listIn(row, "correct"),
        ...(/^(true|yes|1)$/i.test((row.get("match_case") ?? "").trim()) && { match_case: true }),
      };
    case "essay": {
      const words = { ...number(row, "min_words", "min"), ...number(row, "max_words", "max") };
      return { ...shared, ...textIn(row, "guidance"), ...(Object.keys(words).length > 0 && { words }) };
    }
    default:
      return shared;
  }
}

/** The cells of a question, by their columns. What they cannot say, `unsaidOf` finds. */
export function csvFields(question: Question): [column: string, value: string][] {
  const { id, type, text, points } = question;
  const fields: [string, string | number | undefined][] = [["id", id], ["type", type], ["text", text], [
    "points",
    points,
  ]];
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
      fields.push(["correct", [question.correct ?? []].flat().join(" ")]);
      question.choices.forEach(({ text, feedback }, index) =>
        fields.push([`choice_${index + 1}`, text], ...said(`feedback_${index + 1}`, feedback))
      );
      fields.push(["choice_ids", question.choices.map((choice) => choice.id).join(" ")]);
      if (question.type === "multiple_choice") fields.push(...said("scoring", question.scoring));
      break;
    case "true_false":
      fields.push(
        ["correct", question.correct === undefined ? "" : String(question.correct)],
        ...said("feedback_true", question.choice_feedback?.true),
        ...said("feedback_false", question.choice_feedback?.false),
      );
      break;
    case "numeric":
      fields.push(
        ["correct", question.correct],
        ["tolerance", question.tolerance],
        ...said("tolerance_percent", question.tolerance_percent),
        ["unit", question.unit],
      );
      break;
    case "short_text":
      fields.push(["correct", question.correct?.join(" | ")], ["max_characters", question.max_characters]);
      if (question.match_case) fields.push(["match_case", "true"]);
      break;
    case "essay":
      fields.push(["min_words", question.words?.min], ["max_words", question.words?.max], [
        "guidance",
        question.guidance,
      ]);
  }
  fields.push(...said("tags", question.tags?.join(" | ")), ...said("feedback", question.feedback));
  return fields.map(([column, value]) => [column, cleanText(String(value ?? ""))]);
}

/** A column that stands only where there is something in it. */
function said(column: string, value: string | number | undefined): [column: string, value: string | number][] {
  return value === undefined ? [] : [[column, value]];
}

function choicesOf(row: Row): { id: string; text: string }[] {
  const ids = (row.get("choice_ids") ?? "").split(/\s+/).filter((id) => id !== "");
  const texts = [...row].filter(([column, text]) => /^choice_\d+$/.test(column) && text !== "")
    .map(([column, text]) => ({ at: Number(column.slice("choice_".length)), text: text.toWellFormed() }));
  return texts.sort((a, b) => a.at - b.at).map(({ at, text }, index) => ({
    id: ids[index] ?? letter(index),
    text,
    ...textIn(row, `feedback_${at}`, "feedback"),
  }));
}

/** A key is a choice's id, else its letter or number. */
function idOfKey(key: string, choices: readonly { id: string }[]): string {
  if (choices.some(({ id }) => id === key)) return key;
  const index = /^\d{1,3}$/.test(key)
    ? Number(key) - 1
    : choices.findIndex((_, at) => letter(at) === key.toLowerCase());
  return choices[index]?.id ?? key;
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `c${index + 1}`;
}

function guessedType(choices: number, key: string): string {
  if (choices > 0) return /[\s,;]/.test(key) ? "multiple_choice" : "single_choice";
  if (key === "") return "essay";
  if (/^(true|false)$/i.test(key)) return "true_false";
  return Number.isFinite(Number(key)) ? "numeric" : "short_text";
}

/** A number from a cell; what is none stays a text, which the schema names. */
function number(row: Row, column: string, field = column): Candidate {
  const text = (row.get(column) ?? "").trim();
  if (text === "") return {};
  const value = Number(text.replace(",", "."));
  return { [field]: Number.isFinite(value) ? value : text };
}

function textIn(row: Row, column: string, field = column): Candidate {
  const text = row.get(column) ?? "";
  return text === "" ? {} : { [field]: text.toWellFormed() };
}

/** A word of ours, such as `all_or_nothing`. */
function wordIn(row: Row, column: string): Candidate {
  const word = (row.get(column) ?? "").trim().toLowerCase().replaceAll(" ", "_");
  return word === "" ? {} : { [column]: word };
}

/** Several texts with `|` between them. */
function listIn(row: Row, column: string): Candidate {
  const text = (row.get(column) ?? "").trim();
  return text === "" ? {} : { [column]: text.split("|").map((each) => each.trim().toWellFormed()) };
}
