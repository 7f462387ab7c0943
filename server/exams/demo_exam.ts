import type { z } from "zod";
import type { ExamDocument } from "../../protocol/exam_document.ts";

/**
 * The exam that `deno task start` and `deno task demo` have ready: code `DEMO`, open to join, one hour, ten
 * questions, an essay `q1` first. As an author would write it, for {@link ExamDocument} to parse.
 */
export const DEMO_EXAM: z.input<typeof ExamDocument> = {
  code: "DEMO",
  title: "Reasoning with evidence",
  instructions: "You have one hour. Answer in any order: your answers are saved as you write, and you can come back " +
    "to each until you submit. No books, notes or other websites. Spelling is not marked.",
  duration_minutes: 60,
  join: "open",
  questions: [
    {
      id: "q1",
      type: "essay",
      points: 20,
      text: "A town lowers the speed limit on its main road from 50 to 30 km/h. In the year after, accidents on that " +
        "road fall by a fifth, and the mayor says that the new limit has worked.\n\n" +
        "Write to the mayor. Explain what else could account for the fall, what you would measure to find out, and " +
        "how sure you could be in the end.",
      words: { min: 150, max: 600 },
      guidance:
        "Looks for: regression to the mean after a bad year, less traffic or diverted traffic, a general trend " +
        "(compare with other roads), changed reporting; a control road or a before-and-after series of several years; " +
        "an honest statement of remaining doubt.",
    },
    {
      id: "q2",
      type: "single_choice",
      points: 4,
      text: "Ice-cream sales and drownings rise and fall together over the year. What is the best explanation?",
      choices: [
        { id: "a", text: "Eating ice cream makes swimming more dangerous." },
        { id: "b", text: "Warm weather leads to both more ice cream and more swimming." },
        { id: "c", text: "News of drownings makes people buy ice cream." },
        { id: "d", text: "It must be a coincidence, because the two have nothing to do with each other." },
      ],
      correct: "b",
    },
    {
      id: "q3",
      type: "multiple_choice",
      points: 6,
      text: "A new medicine is tested against a placebo. Which of these make the result easier to trust? Choose all " +
        "that apply.",
      choices: [
        { id: "a", text: "Chance decides who gets the medicine and who the placebo." },
        { id: "b", text: "Neither patients nor doctors know who got which until the end." },
        { id: "c", text: "Patients who felt no effect are left out of the analysis." },
        { id: "d", text: "What will be counted as success is written down before the trial begins." },
        { id: "e", text: "The trial is stopped as soon as the medicine is ahead." },
      ],
      correct: ["a", "b", "d"],
    },
    {
      id: "q4",
      type: "true_false",
      points: 3,
      text: "A fair coin has landed heads five times in a row. On the next toss, tails is more likely than heads.",
      correct: false,
    },
    {
      id: "q5",
      type: "numeric",
      points: 5,
      text: "A car drives 60 km at 60 km/h and then 60 km at 120 km/h. What is its average speed over the whole way?",
      unit: "km/h",
      correct: 80,
      tolerance: 0.5,
    },
    {
      id: "q6",
      type: "short_text",
      points: 4,
      text:
        "Nine people in an office earn 2,000 a month; their manager earns 22,000. Which average describes what is " +
        "usual there better, the mean or the median, and why? Answer in a sentence.",
      max_characters: 400,
    },
    {
      id: "q7",
      type: "single_choice",
      points: 4,
      text:
        "A test for an illness finds 99 % of those who have it, and is wrong for 1 % of those who do not. One person " +
        "in a thousand has the illness. Somebody at random tests positive. How likely are they to have it?",
      choices: [
        { id: "a", text: "About 99 %" },
        { id: "b", text: "About 90 %" },
        { id: "c", text: "About 50 %" },
        { id: "d", text: "About 9 %" },
      ],
      correct: "d",
    },
    {
      id: "q8",
      type: "numeric",
      points: 5,
      text: "A shop raises a price by 20 % and later lowers the new price by 20 %. By how many percent has the price " +
        "changed in the end? Give a negative number for a fall.",
      unit: "%",
      correct: -4,
      tolerance: 0,
    },
    {
      id: "q9",
      type: "true_false",
      points: 3,
      text: "“All the swans I have seen are white” proves that all swans are white, if I have seen enough of them.",
      correct: false,
    },
    {
      id: "q10",
      type: "essay",
      points: 16,
      text: "Think of something that you once believed and no longer do. What changed your mind, and would that have " +
        "convinced a careful stranger, too?",
      words: { min: 80, max: 400 },
      guidance:
        "Credit for telling reasons from causes of belief, and for naming what evidence would have been enough.",
    },
  ],
  policy: { at_hundred: "lock_until_released" },
};
