/**
 * `deno run -A lab/tasks/alike_speed.ts`: what comparing an exam's texts and answers takes, in seconds of one core and in memory, as
 * docs/psychometrics.md has it.
 *
 * @module
 */
import { cpuUsage } from "node:process";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import { compareExam } from "../../server/alike/compare_exam.ts";
import type { ExamAnswers } from "../../server/alike/exam_answers.ts";
import { simulateAnswers, simulateItems } from "../alike/simulated_answers.ts";

const WORDS = 4_000;
const ESSAY_CHARACTERS = 6_000;
const ESSAYS = 5;

const random = createRandom(1);
const vocabulary = Array.from(
  { length: WORDS },
  () =>
    Array.from({ length: 2 + Math.floor(9 * random()) }, () => String.fromCharCode(97 + Math.floor(26 * random())))
      .join(""),
);

/** Words as often as words are: by Zipf's law. */
function essay(from: Random): string {
  let text = "";
  while (text.length < ESSAY_CHARACTERS) text += `${vocabulary[Math.floor(WORDS ** from()) - 1]} `;
  return text.slice(0, ESSAY_CHARACTERS);
}

function exam(persons: number, items: number): ExamAnswers {
  const lines = simulateAnswers(random, simulateItems(random, { persons, items }), persons);
  return { attemptIds: lines.map((_, person) => `a${person}`), leftOut: 0, lines, texts: [], shown: [essay(random)] };
}

/** Essays that so many persons each have in common; 1 for own ones. */
function withEssays(answers: ExamAnswers, sharers: number): ExamAnswers {
  const texts = answers.attemptIds.flatMap((_, person) =>
    Array.from({ length: ESSAYS }, (_, index) => ({
      person,
      question: `e${index}`,
      text: essay(createRandom(100 + ESSAYS * Math.floor(person / sharers) + index)),
    }))
  );
  return { ...answers, texts };
}

function measure(what: string, answers: ExamAnswers): void {
  const before = cpuUsage();
  const memory = Deno.memoryUsage().rss;
  const { texts } = compareExam(answers);
  const seconds = cpuUsage(before).user / 1e6;
  const megabytes = Math.max(0, (Deno.memoryUsage().rss - memory) / 1e6);
  console.log(`${what}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${texts.passages.length} passages told`);
}

if (import.meta.main) {
  const none = exam(500, 0);
  measure("500 persons, five essays each, all their own", withEssays(none, 1));
  measure("500 persons, five essays each, shared by twenty", withEssays(none, 20));
  measure("500 persons, five essays each, shared by fifty", withEssays(none, 50));
  measure("500 persons, 40 questions", exam(500, 40));
  measure("2,000 persons, 100 questions", exam(2_000, 100));
}
