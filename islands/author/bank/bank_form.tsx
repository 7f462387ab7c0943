import type { Question } from "../../../protocol/items/registry.ts";
import { useWords } from "../../components/speech.tsx";
import { checkQuestion, problemsOf } from "../check_exam.ts";
import { TagsInput } from "../more/tags_input.tsx";
import { placeId } from "../place_id.ts";
import { isMissing, problemsAt, useProblemText } from "../problem_text.ts";
import { QuestionFields } from "../question_fields.tsx";

interface BankFormProps {
  question: Question;
  /** Whether what is not written yet is said, too. */
  isTried: boolean;
  isReadOnly: boolean;
  onChange: (question: Question) => void;
}

/** The editor's form of a question, outside an exam. */
export function BankForm({ question, isTried, isReadOnly, onChange }: BankFormProps) {
  const items = useWords("editorItems");
  const sayProblem = useProblemText();
  const { id } = question;
  const found = problemsOf(id, checkQuestion(question).issues).filter((one) => isTried || !isMissing(one));
  const problem = problemsAt(found, null, id, sayProblem);
  const fieldId = (...path: (string | number)[]) => placeId({ question: id, path });
  const parts = { question, language: undefined, change: onChange, problem, fieldId };
  return (
    <fieldset
      disabled={isReadOnly}
      class="flex min-w-0 flex-col gap-5 rounded-lg border border-line bg-raised p-4 sm:p-6"
    >
      <legend class="sr-only">{items.types[question.type].name}</legend>
      <p aria-hidden="true" class="text-sm text-ink-soft">{items.types[question.type].name}</p>
      <QuestionFields {...parts} random={Math.random} pools={null} wrong={found.map(({ path }) => path)}>
        <TagsInput {...parts} />
      </QuestionFields>
    </fieldset>
  );
}

/** Id of the first field of a question in which something is wrong, or null. */
export function firstWrong(question: Question): { question: string; path: readonly (string | number)[] } | null {
  const [first] = problemsOf(question.id, checkQuestion(question).issues);
  return first === undefined ? null : { question: question.id, path: first.path };
}
