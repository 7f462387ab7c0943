import { sectionRuns } from "../../protocol/section_runs.ts";
import type { Question } from "../../protocol/items/registry.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import { sha256Hex } from "../log/hash.ts";
import type { Exam } from "../store/exam_store.ts";

type Document = Exam["document"];

/** Of a document that was drawn, the exam that it was drawn from. */
const WHOLE = new WeakMap<Document, Exam>();

/** The exam that an attempt's own one was drawn from; any other one itself. Hashes and contexts are of the whole. */
export function wholeExam(exam: Exam): Exam {
  return WHOLE.get(exam.document) ?? exam;
}

/** The document that a drawn one is of; any other one itself. */
export function wholeDocument(document: Document): Document {
  return WHOLE.get(document)?.document ?? document;
}

/**
 * The exam with the questions of one attempt: as many of each pool as it says, in the attempt's own order where questions or choices
 * are shuffled, each section by itself. A pure function of the document and the attempt's id, which is random and stands in the log's first entry: it
 * needs no place of its own, and whoever checks the log can draw again. The exam itself where nothing is drawn.
 */
export function drawnExam(exam: Exam, attemptId: string): Exam {
  const { document } = exam;
  const { shuffle = {}, pools = [] } = document;
  if (pools.length === 0 && !shuffle.questions && !shuffle.choices) return exam;
  const random = createRandom(parseInt(sha256Hex(`paper of ${attemptId}`).slice(0, 8), 16));
  let questions: readonly Question[] = document.questions;
  for (const { id, take } of pools) {
    const ofPool = questions.filter(({ pool }) => pool === id);
    const left = new Set(shuffled(ofPool, random).slice(take));
    questions = questions.filter((question) => !left.has(question));
  }
  if (shuffle.questions) questions = sectionRuns(questions).flatMap((run) => shuffled(run, random));
  if (shuffle.choices) questions = questions.map((question) => withShuffledChoices(question, random));
  const drawn = { ...document, questions: [...questions] };
  WHOLE.set(drawn, exam);
  return { ...exam, document: drawn };
}

function withShuffledChoices(question: Question, random: Random): Question {
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
      return { ...question, choices: shuffled(question.choices, random) };
    default:
      return question;
  }
}

/** Fisher and Yates's. */
function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
