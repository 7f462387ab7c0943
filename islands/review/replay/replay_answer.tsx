import { answerIds } from "../../../protocol/items/answer_ids.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { useWords } from "../../components/speech.tsx";
import { AnnotatedText } from "./annotated_text.ts";
import type { ReplayState } from "./replay_model.ts";
import { ReplayText } from "./replay_text.tsx";

interface ReplayAnswerProps {
  question: PaperQuestion;
  state: ReplayState;
  isDeletedShown: boolean;
}

/** What stood as the answer to a question at a moment: its text, one for each gap, or what was chosen. */
export function ReplayAnswer({ question, state, isDeletedShown }: ReplayAnswerProps) {
  const words = useWords("replay");
  const given = answerIds(question).flatMap((id) => {
    const answer = state.answers.get(id);
    return answer === undefined ? [] : [{ id, answer }];
  });
  if (given.length === 0) return <p class="min-h-40 text-sm text-ink-soft">{words.nothingYet}</p>;
  return (
    <div class="flex flex-col gap-2">
      {given.map(({ id, answer }) => (
        <div key={id} class={id === question.id ? "" : "flex gap-2"}>
          {id !== question.id && <span class="text-sm text-ink-soft">{id.slice(question.id.length + 1)}</span>}
          {answer instanceof AnnotatedText
            ? (
              <ReplayText
                text={answer}
                caret={state.caret?.question === id ? state.caret.offset : null}
                isDeletedShown={isDeletedShown}
              />
            )
            : <Chosen question={question} chosen={answer} />}
        </div>
      ))}
    </div>
  );
}

function Chosen({ question, chosen }: { question: PaperQuestion; chosen: readonly string[] }) {
  const choices = "choices" in question ? question.choices : null;
  if (choices === null) {
    return (
      <ul class="list-disc ps-5 text-sm">
        {chosen.map((one) => <li key={one} class="wrap-anywhere">{one}</li>)}
      </ul>
    );
  }
  return (
    <ul class="flex min-h-40 flex-col gap-1 text-sm">
      {choices.map(({ id, text }) => (
        <li key={id} class={`flex gap-2 ${chosen.includes(id) ? "font-semibold" : "text-ink-soft"}`}>
          <span aria-hidden="true">{chosen.includes(id) ? "●" : "○"}</span>
          <span dir="auto" class="wrap-anywhere">{text}</span>
        </li>
      ))}
    </ul>
  );
}
