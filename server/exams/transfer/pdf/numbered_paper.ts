import type { Candidate, Found, ImportTold } from "../shared/found.ts";

/** A line of a paper, and its page from 1. */
export interface NumberedLine {
  text: string;
  page: number;
}

const QUESTION = /^(?:(?:Question|Frage|Q)\s*)?(\d{1,3})\s*[.):]\s+(\S.*)$/i;
const CHOICE = /^[([]?([A-Za-z])[.):\]]\s*(\S.*)$/;
/** Further choices in the line of one. */
const FURTHER = /\s{2,}(?=[([]?[B-Hb-h][.):\]]\s)/;
const KEY = /^(?:answers?|answer\s+key|key|solutions?|lösung(?:en|sschlüssel)?|antworten)\b\s*:?\s*(.*)$/i;
const PAIR = /(\d{1,3})\s*[.):=–-]?\s*([A-Ha-h](?:\s*[,&+]\s*[A-Ha-h])*)(?![A-Za-z])/g;
const POINTS = /\s*[([]\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:points?|marks?|pts?\.?|P\.?|Punkte?)\s*[)\]]\s*/i;

interface Asked {
  number: number;
  page: number;
  text: string;
  choices: string[];
  key: string[];
}

/**
 * Questions of a paper that people number and letter: `1. What is it?`, `A) This`, and the key behind `Answers: 1. B 2. C`, or
 * `Answer: B` below a question. Numbers and letters must follow each other; what does not, is text. Without choices it is an essay.
 */
export function* numberedPaper(lines: readonly NumberedLine[]): Generator<Found> {
  const { asked, before, keys } = parsed(lines);
  if (before.length > 0 && asked.length > 0) {
    const name = before.map(({ text }) => text).join(" ").slice(0, 100);
    yield { kind: "note", level: "warning", told: { key: "pdf_before", values: { name } }, page: before[0].page };
  }
  for (const question of asked) yield foundOf(question, keys.get(question.number) ?? question.key);
}

function parsed(lines: readonly NumberedLine[]) {
  const asked: Asked[] = [];
  const before: NumberedLine[] = [];
  const keys = new Map<number, string[]>();
  let isKey = false;
  for (const { text, page } of lines) {
    const last = asked.at(-1);
    const [, keyed] = KEY.exec(text) ?? [];
    const alone = /^([A-H](?:\s*[,&+]\s*[A-H])*)\.?$/i.exec(keyed ?? "");
    if (last !== undefined && alone !== null) {
      last.key = lettersIn(alone[1]);
      continue;
    }
    isKey ||= keyed !== undefined && last !== undefined && (keyed === "" || pairsIn(keyed).length > 0);
    if (isKey) {
      for (const [number, letters] of pairsIn(keyed ?? text)) keys.set(number, letters);
      continue;
    }
    const question = QUESTION.exec(text);
    if (question !== null && Number(question[1]) === (last?.number ?? Number(question[1]) - 1) + 1) {
      asked.push({ number: Number(question[1]), page, text: question[2], choices: [], key: [] });
    } else if (last === undefined) before.push({ text, page });
    else take(last, text);
  }
  return { asked, before, keys };
}

/** Choices that follow the ones there are; else the line goes on with what stands before it. */
function take(question: Asked, line: string): void {
  for (const part of CHOICE.test(line) ? line.split(FURTHER) : [line]) {
    const choice = CHOICE.exec(part);
    const next = String.fromCharCode(97 + question.choices.length);
    if (choice !== null && choice[1].toLowerCase() === next) question.choices.push(choice[2]);
    else if (question.choices.length === 0) question.text = joined(question.text, part);
    else question.choices.push(joined(question.choices.pop() ?? "", part));
  }
}

function foundOf({ number, page, text, choices, key }: Asked, letters = key): Found {
  const points = Number(POINTS.exec(text)?.[1].replace(",", "."));
  const shared: Candidate = {
    id: `q${number}`,
    text: text.replace(POINTS, " ").trim(),
    ...(points > 0 && { points }),
  };
  if (choices.length === 0) return { kind: "question", page, candidate: { type: "essay", ...shared } };
  const lettered = choices.map((choice, at) => ({ id: String.fromCharCode(97 + at), text: choice.trim() }));
  const right = letters.filter((letter) => lettered.some(({ id }) => id === letter));
  const losses: ImportTold[] = right.length === 0 ? [{ key: "no_key", values: {} }] : [];
  const candidate = right.length > 1
    ? { type: "multiple_choice", ...shared, choices: lettered, correct: right }
    : { type: "single_choice", ...shared, choices: lettered, ...(right.length === 1 && { correct: right[0] }) };
  return { kind: "question", page, candidate, losses };
}

function pairsIn(text: string): [number: number, letters: string[]][] {
  return [...text.matchAll(PAIR)].map(([, number, letters]) => [Number(number), lettersIn(letters)]);
}

function lettersIn(letters: string): string[] {
  return letters.toLowerCase().split(/[^a-h]+/).filter((letter) => letter !== "");
}

/** Two lines of one text; a word that was parted at the line's end is one again. */
function joined(one: string, other: string): string {
  return /\p{L}-$/u.test(one) && /^\p{Ll}/u.test(other) ? one.slice(0, -1) + other : `${one} ${other}`;
}
