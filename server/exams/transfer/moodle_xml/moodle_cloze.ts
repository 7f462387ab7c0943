import type { Candidate, ImportTold } from "../shared/found.ts";

/** `{1:SHORTANSWER:=Berlin#Right~%50%Bonn}`, as far as its kind. */
const BEGIN =
  /\{(\d*):(SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|NUMERICAL|NM|MULTICHOICE\w*|MC\w*|MULTIRESPONSE\w*|MR\w*):/g;

/** A passage with gaps. */
export interface ClozePassage {
  fields: Candidate;
  /** The sum of the gaps' weights. */
  points: number;
  losses: ImportTold[];
}

/** Reads Moodle's embedded answers. What looks like one and has no end stays text. */
export function clozePassage(text: string): ClozePassage {
  const gaps: Candidate[] = [];
  const weights: number[] = [];
  const lost = new Set<"weights_left_out" | "feedback_left_out" | "case_left_out" | "tolerance_left_out">();
  let passage = "";
  let from = 0;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < from) continue;
    const end = endOf(text, match.index + match[0].length);
    if (end === null) break;
    const id = `g${gaps.length + 1}`;
    passage += `${text.slice(from, match.index)}[[${id}]]`;
    from = end + 1;
    weights.push(Number(match[1] || 1));
    const answers = answersOf(text.slice(match.index + match[0].length, end));
    if (answers.some(({ weight }) => weight !== 0 && weight !== 100)) lost.add("weights_left_out");
    if (answers.some(({ isFedBack }) => isFedBack)) lost.add("feedback_left_out");
    const kind = match[2];
    const right = answers.filter(({ weight }) => weight === 100);
    if (/^M[CR]|^MULTI/.test(kind)) {
      const choices = answers.map((answer, at) => ({ id: `c${at + 1}`, text: answer.text }));
      gaps.push({ id, choices, correct: choices.filter((_, at) => answers[at].weight === 100).map((each) => each.id) });
    } else {
      if (/C$/.test(kind)) lost.add("case_left_out");
      const isNumber = kind.startsWith("N");
      if (isNumber && right.some((answer) => /:\s*0*[1-9.]/.test(answer.text))) lost.add("tolerance_left_out");
      const correct = right.map((answer) => isNumber ? answer.text.split(":", 1)[0].trim() : answer.text);
      gaps.push({ id, correct });
    }
  }
  if (weights.some((weight) => weight !== weights[0])) lost.add("weights_left_out");
  return {
    fields: { type: "cloze", passage: passage + text.slice(from), gaps },
    points: weights.reduce((sum, weight) => sum + weight, 0),
    losses: [...lost].map((key) => ({ key, values: {} })),
  };
}

/** The brace that closes a gap, without one that is escaped; null where there is none. */
function endOf(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "}") return at;
  }
  return null;
}

function answersOf(body: string): { text: string; weight: number; isFedBack: boolean }[] {
  return parted(body, "~").filter((each) => each !== "").map((each) => {
    const [answer, ...feedback] = parted(each, "#");
    const [, sign, raw] = /^(=|%-?[\d.]+%)?([\s\S]*)$/.exec(answer) ?? [];
    const weight = sign === undefined ? 0 : sign === "=" ? 100 : Number(sign.slice(1, -1));
    return {
      text: raw.replace(/\\([\s\S])/g, "$1"),
      weight,
      isFedBack: feedback.join("").trim() !== "",
    };
  });
}

/** Splits a text at a sign that no backslash stands before. */
function parted(text: string, sign: string): string[] {
  const parts: string[] = [""];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === sign) parts.push("");
    else parts[parts.length - 1] += text[at] === "\\" ? text[at] + (text[++at] ?? "") : text[at];
  }
  return parts;
}

/** A gap in Moodle's words. */
export function clozeGap(
  { choices, correct = [] }: { choices?: readonly { id: string; text: string }[]; correct?: readonly string[] },
): string {
  const body = choices === undefined
    ? correct.map((text) => `=${escaped(text)}`)
    : choices.map(({ id, text }) => `${correct.includes(id) ? "=" : ""}${escaped(text)}`);
  return `{1:${choices === undefined ? "SHORTANSWER" : "MULTICHOICE"}:${body.join("~")}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\~=#{}%"/]/g, "\\$&");
}
