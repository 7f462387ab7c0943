import { gapAnswerId } from "../../protocol/items/answer_ids.ts";
import type { PaperQuestion, PaperQuestionOf } from "../../protocol/items/registry.ts";
import { between, chance, logNormal } from "./distributions.ts";
import { SIMULATED_FILE } from "./simulated_file.ts";
import { fillerSentence, fillerWord } from "./filler_text.ts";
import type { Person } from "./person.ts";
import type { Sitting } from "./sitting.ts";
import { reviseWord, typeText, writeSentence } from "./typist.ts";

const NEXT_BUTTON = { x: 0.62, y: 0.88 };
const ANSWER_BOX = { x: 0.45, y: 0.6 };

/**
 * Goes to a question and reads it: by pointer and wheel, or by tab and enter where there is no pointer.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * openQuestion(sitting, drawPerson("steady", createRandom(2)), { id: "q1", points: 1, text: "Why?", type: "true_false" });
 * assert.equal(sitting.question, "q1");
 */
export function openQuestion(sitting: Sitting, person: Person, question: PaperQuestion): void {
  if (sitting.question !== "") press(sitting, person, NEXT_BUTTON, 0.08);
  sitting.view(question.id);
  // Some 250 words a minute, and never all of it at the same pace.
  const readingMs = logNormal(sitting.random, 1_200 + question.text.length * 40, 0.3);
  const glances = 1 + Math.floor(sitting.random() * 3);
  for (let glance = 0; glance < glances; glance++) {
    sitting.wait(readingMs / glances);
    if (person.pointer === null) continue;
    if (chance(sitting.random, 0.4)) sitting.scroll(person.pointer);
    else sitting.reach(person.pointer, somewhere(sitting), 0.3);
  }
}

/**
 * Answers a question that is no essay: chooses, types a number, or a few words.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * const person = drawPerson("steady", createRandom(2));
 * const question = { id: "q2", points: 1, text: "True?", type: "true_false" as const };
 * openQuestion(sitting, person, question);
 * answerBriefly(sitting, person, question);
 * assert.equal(sitting.drain().some((event) => event.type === "answer_select"), true);
 */
export function answerBriefly(sitting: Sitting, person: Person, question: PaperQuestion): void {
  const { random } = sitting;
  sitting.wait(logNormal(random, 1_500, 0.5));
  switch (question.type) {
    case "single_choice":
    case "multiple_choice": {
      const most = question.type === "single_choice" ? 1 : 1 + Math.floor(random() * 2);
      const chosen: string[] = [];
      for (let count = 0; count < most; count++) {
        const index = Math.floor(random() * question.choices.length);
        if (chosen.includes(question.choices[index].id)) continue;
        chosen.push(question.choices[index].id);
        press(sitting, person, { x: 0.3, y: 0.35 + 0.07 * index }, 0.03);
        sitting.select([...chosen]);
      }
      return;
    }
    case "true_false":
      press(sitting, person, { x: 0.3, y: chance(random, 0.5) ? 0.4 : 0.47 }, 0.03);
      return sitting.select([chance(random, 0.5) ? "true" : "false"]);
    case "numeric":
      press(sitting, person, ANSWER_BOX, 0.2);
      typeText(sitting, person.typing, String(Math.floor(between(random, 10, 1_000))), sitting.text.length);
      return;
    case "matching":
      press(sitting, person, ANSWER_BOX, 0.2);
      return sitting.select(question.left.map(({ id }) => {
        const other = question.right[Math.floor(random() * question.right.length)];
        return `${id}=${other.id}`;
      }));
    case "ordering":
      press(sitting, person, ANSWER_BOX, 0.2);
      return sitting.select(question.choices.map(({ id }) => id).reverse());
    case "file":
      if (!question.accept.includes("text")) return;
      press(sitting, person, ANSWER_BOX, 0.1);
      return sitting.select([SIMULATED_FILE.choice]);
    case "cloze":
      return fillGaps(sitting, person, question);
    case "short_text":
    case "code":
    case "essay": {
      press(sitting, person, ANSWER_BOX, 0.2);
      const words = Array.from({ length: 2 + Math.floor(random() * 6) }, () => fillerWord(random));
      typeText(sitting, person.typing, words.join(" "), sitting.text.length);
    }
  }
}

/** Fills each gap in its turn: chooses, or types a word. */
function fillGaps(sitting: Sitting, person: Person, { id, gaps }: PaperQuestionOf<"cloze">): void {
  const { random } = sitting;
  for (const gap of gaps) {
    press(sitting, person, ANSWER_BOX, 0.1);
    sitting.question = gapAnswerId(id, gap.id);
    if (gap.choices) sitting.select([gap.choices[Math.floor(random() * gap.choices.length)].id]);
    else typeText(sitting, person.typing, fillerWord(random), sitting.text.length);
  }
  sitting.question = id;
}

/**
 * Writes one more sentence of the answer in view, the way the persona gets text in, and sometimes revises.
 *
 * @param afterWord Called between words, where a person may be interrupted.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * sitting.view("q1");
 * writeOn(sitting, drawPerson("dictation", createRandom(2)), () => {});
 * assert.equal(sitting.text.endsWith("."), true);
 */
export function writeOn(sitting: Sitting, person: Person, afterWord: () => void): void {
  const { random } = sitting;
  const sentence = fillerSentence(random);
  switch (person.persona.entry) {
    case "keys":
      writeSentence(sitting, person.typing, sentence, afterWord);
      if (chance(random, person.typing.revisionShare)) reviseWord(sitting, person.typing);
      break;
    case "dictation":
      dictate(sitting, sentence, afterWord);
      break;
    case "prediction":
      predict(sitting, person, sentence, afterWord);
  }
  if (person.pointer === null || chance(random, 0.4)) return;
  const strokes = 1 + Math.floor(random() * 3);
  for (let count = 0; count < strokes; count++) {
    sitting.reach(person.pointer, somewhere(sitting), 0.3);
    sitting.wait(logNormal(random, 350, 0.5));
  }
}

function dictate(sitting: Sitting, sentence: string, afterPhrase: () => void): void {
  sitting.wait(logNormal(sitting.random, 2_500, 0.6));
  let words = sentence.split(" ");
  while (words.length > 0) {
    const count = 2 + Math.floor(sitting.random() * 5);
    const phrase = words.slice(0, count).join(" ");
    words = words.slice(count);
    sitting.wait(logNormal(sitting.random, 300 + phrase.length * 65, 0.2));
    sitting.edit(sitting.text.length, 0, sitting.text === "" ? phrase : ` ${phrase}`, "dictation");
    afterPhrase();
  }
}

function predict(sitting: Sitting, person: Person, sentence: string, afterWord: () => void): void {
  sitting.wait(logNormal(sitting.random, person.typing.sentencePauseMs, person.typing.pauseSpread));
  for (const word of sentence.split(" ")) {
    const at = sitting.text.length;
    const begun = word.slice(0, 1 + Math.floor(sitting.random() * 2));
    typeText(sitting, person.typing, begun, at);
    sitting.wait(logNormal(sitting.random, 1_800, 0.4));
    sitting.edit(at, sitting.text.length - at, at === 0 ? word : ` ${word}`, "replacement");
    afterWord();
  }
}

function press(sitting: Sitting, person: Person, target: { x: number; y: number }, width: number): void {
  if (person.pointer !== null) {
    const off = person.pointer.motion === "script" ? 0 : width / 3;
    const x = target.x + between(sitting.random, -off, off);
    sitting.reach(person.pointer, { x, y: target.y }, width);
    sitting.click(person.pointer);
    return;
  }
  const dwellMs = (): number => logNormal(sitting.random, person.typing.dwellMs, person.typing.dwellSpread);
  const steps = 1 + Math.floor(sitting.random() * 4);
  for (let step = 0; step < steps; step++) {
    sitting.press("tab", logNormal(sitting.random, person.typing.gapMs.other, 0.4), dwellMs());
  }
  sitting.press("enter", logNormal(sitting.random, person.typing.gapMs.other, 0.4), dwellMs());
}

function somewhere(sitting: Sitting): { x: number; y: number } {
  return { x: between(sitting.random, 0.15, 0.85), y: between(sitting.random, 0.15, 0.85) };
}
