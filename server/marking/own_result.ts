import { answerTo } from "../../protocol/items/answer_ids.ts";
import { answerLines, keyLines } from "../../protocol/items/answer_lines.ts";
import { feedbackLines } from "../../protocol/items/feedback_lines.ts";
import { shownAnswer, shownKey } from "../../protocol/items/shown_answer.ts";
import type { Question } from "../../protocol/items/registry.ts";
import type { AttemptResult, Release, ResultQuestion } from "../../protocol/results.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import { stillTakes } from "../attempts/still_takes.ts";
import type { Exam } from "../store/exam_store.ts";
import { authoredHtml, seenQuestions } from "./authored_texts.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { isComplete, maxOf, totalOf } from "./mark_paper.ts";
import { marksOfAttempt, toldMarks } from "./marks_of_attempt.ts";

/**
 * A student's own result, as far as it is released and its author shows it. This is the one place where a key may reach a
 * student: nothing of it is told while anybody can still sit the exam.
 *
 * @param newest The exam as it is now, whose keys count; the questions are those that the student read.
 */
export async function ownResult(
  attempts: Pick<Attempts, "stores" | "now">,
  view: AttemptView,
  newest: Exam,
  { released, show, waits_for, key_waits }: Release,
): Promise<AttemptResult> {
  const { attemptId, record, head, exam, folded } = view;
  const { title, language } = exam.document;
  const about = { exam: title, ...(language && { language }) };
  if (!released || waits_for !== null || stillTakes(head, exam, attempts.now()) || head.isRemoved === true) {
    return { released: false, ...about };
  }
  const questions = keyedQuestions(exam.document, newest.document);
  const marks = marksOfAttempt(view, newest);
  const told = await toldMarks(attempts.stores.privateReasons, attemptId, marks);
  const answers = hasLog(view) ? folded.sheet.toAnswers() : null;
  const seen = seenQuestions(exam);
  const showsKey = show.key && !key_waits;
  const showsFeedback = show.feedback && !key_waits;
  return {
    released: true,
    ...about,
    student: record.student,
    handed_in: head.endedAt,
    complete: isComplete(marks),
    ...(show.points && { total: totalOf(marks) }),
    max: maxOf(questions),
    questions: questions.map((question): ResultQuestion => {
      const { points, comment, rubric: met } = told[question.id];
      const answer = answers === null ? undefined : answerTo(question, answers);
      const paper = seen.get(question.id);
      const answerShown = paper && shownAnswer(paper, answer);
      const keyShown = paper && shownKey(paper, question);
      const feedback = showsFeedback && answers !== null ? feedbackLines(question, answer) : null;
      const feedbackHtml = feedback?.flatMap((line) => authoredHtml(newest, line) ?? []) ?? [];
      return {
        question: question.id,
        type: question.type,
        text: question.text,
        ...(paper?.html !== undefined && { html: paper.html }),
        max: question.points,
        ...(show.points && { points }),
        ...(show.answers && answers !== null && { answer: answerLines(question, answer) }),
        ...(show.answers && answers !== null && answerShown && { answer_shown: answerShown }),
        ...(show.comments && comment !== undefined && { comment }),
        ...(show.comments && !key_waits && met && { criteria: criteriaOf(question, met) }),
        ...(showsKey && { key: keyLines(question) }),
        ...(showsKey && keyShown && { key_shown: keyShown }),
        ...(feedback !== null && { feedback }),
        ...(feedbackHtml.length > 0 && { feedback_html: feedbackHtml }),
      };
    }),
  };
}

/** What is met, without its ids; what is not met would tell what else was asked for. */
function criteriaOf(question: Question, met: readonly string[]): { text: string; points: number }[] {
  const rubric = ("rubric" in question ? question.rubric : undefined) ?? [];
  return rubric.filter(({ id }) => met.includes(id)).map(({ text, points }) => ({ text, points }));
}
