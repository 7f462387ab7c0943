import { useSpeech, useWords } from "../../components/speech.tsx";
import { LineInput } from "../fields/line_input.tsx";

interface Judged {
  id: string;
  text: string;
  feedback?: string;
}

interface ChoiceFeedbackProps {
  choices: readonly Judged[];
  language: string | undefined;
  problem: (...path: (string | number)[]) => string | undefined;
  fieldId: (...path: (string | number)[]) => string;
  onChange: (choices: Judged[], place: string) => void;
}

/** What is said to those who chose an answer, beside its letter. */
export function ChoiceFeedback({ choices, language, problem, fieldId, onChange }: ChoiceFeedbackProps) {
  const words = useWords("editorMore");
  const { speaker } = useSpeech();
  return (
    <fieldset class="flex flex-col gap-2">
      <legend class="mb-1.5 text-sm font-medium">{words.choiceFeedback}</legend>
      <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.choiceFeedbackHint}</p>
      {choices.map((choice, index) => {
        const letter = index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
        return (
          <div key={choice.id} class="flex items-start gap-2">
            <span aria-hidden="true" class="w-5 pt-2 text-sm tabular-nums text-ink-soft">{letter}</span>
            <LineInput
              id={fieldId("choices", index, "feedback")}
              label={speaker.say(words.feedbackOf, { letter })}
              value={choice.feedback ?? ""}
              language={language}
              error={problem("choices", index, "feedback")}
              onValue={(text) => {
                const next = { ...choice, feedback: text === "" ? undefined : text };
                onChange(choices.with(index, next), `feedback.${choice.id}`);
              }}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
