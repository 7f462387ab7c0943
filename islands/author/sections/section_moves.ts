import type { Question } from "../../../protocol/items/registry.ts";
import type { Section } from "../../../protocol/sections.ts";
import type { AuthoredExam } from "../authored_exam.ts";

/** What of an exam sections are about. */
type Sectioned = Pick<AuthoredExam, "questions" | "sections">;

/** Index of the first question of each section; of one without questions, where it would begin. */
export function startsOf({ questions, sections = [] }: Sectioned): number[] {
  const places = new Map(sections.map(({ id }, place) => [id, place]));
  return sections.map((_, place) => {
    const start = questions.findIndex(({ section = "" }) => (places.get(section) ?? -1) >= place);
    return start < 0 ? questions.length : start;
  });
}

/** The exam with sections that begin at these questions. */
function withStarts<Exam extends Sectioned>(exam: Exam, sections: Section[], starts: readonly number[]): Exam {
  const questions = exam.questions.map((question, index) => {
    return inSection(question, sections[starts.findLastIndex((start) => start <= index)]?.id);
  });
  return { ...exam, questions, sections: sections.length === 0 ? undefined : sections };
}

/** Begins a section at a question: those up to the next section are its own. */
export function startSection<Exam extends Sectioned>(exam: Exam, section: Section, at: number): Exam {
  const starts = startsOf(exam);
  const place = starts.findLastIndex((start) => start < at) + 1;
  return withStarts(exam, (exam.sections ?? []).toSpliced(place, 0, section), starts.toSpliced(place, 0, at));
}

/** Has a section begin at another question; those before and behind it give way. */
export function moveStart<Exam extends Sectioned>(exam: Exam, place: number, at: number): Exam {
  const starts = startsOf(exam).map((start, other) => {
    return other === place ? at : other < place ? Math.min(start, at) : Math.max(start, at);
  });
  return withStarts(exam, exam.sections ?? [], starts);
}

/** Takes a section away; its questions are those of the one before, or of none. */
export function removeSection<Exam extends Sectioned>(exam: Exam, place: number): Exam {
  return withStarts(exam, (exam.sections ?? []).toSpliced(place, 1), startsOf(exam).toSpliced(place, 1));
}

/**
 * The exam with each question in a section that may stand there: one that is new, came from elsewhere or was left over joins
 * the one before it. The same object where nothing changes.
 */
export function inSections<Exam extends Sectioned>(exam: Exam): Exam {
  const { sections = [] } = exam;
  const places = new Map(sections.map(({ id }, place) => [id, place]));
  let reached = -1;
  const questions = exam.questions.map((question) => {
    const place = question.section === undefined ? -1 : places.get(question.section) ?? -1;
    if (place >= reached) reached = place;
    return inSection(question, sections[reached]?.id);
  });
  return questions.some((question, index) => question !== exam.questions[index]) ? { ...exam, questions } : exam;
}

/** A question that is moved joins those that it comes to stand with. @param isDown Whether it moves towards the end. */
export function joinNeighbours(questions: readonly Question[], to: number, isDown: boolean): Question[] {
  const neighbour = questions[isDown ? to - 1 : to + 1];
  return questions.map((question, index) => index === to ? inSection(question, neighbour?.section) : question);
}

function inSection(question: Question, id: string | undefined): Question {
  if (question.section === id) return question;
  const { section: _, ...rest } = question;
  return id === undefined ? rest : { ...rest, section: id };
}
