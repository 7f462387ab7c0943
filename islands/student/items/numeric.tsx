import { isAnswered, textOf } from "../../../protocol/items/answer_form.ts";
import { readNumber } from "../../../protocol/items/read_number.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, optional, text, word } from "../../link/reader.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS, TextField } from "./text_field.tsx";

export const numeric: StudentItem<"numeric"> = {
  read: object<PaperQuestionOf<"numeric">>({ ...prompt, type: word("numeric"), unit: optional(text) }),
  Field: NumericField,
};

function NumericField({ answer, ...props }: AnswerProps<"numeric">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const { unit } = props.question;
  const isNumber = !isAnswered(answer) || readNumber(textOf(answer)) !== null;
  const wanted = unit ? speaker.say(words.numberIn, { unit }) : words.number;
  return (
    <TextField {...props} text={textOf(answer)} isNeutral note={wanted} problem={isNumber ? undefined : words.noNumber}>
      {(input) => (
        <div class="flex items-center gap-3">
          <input
            {...input}
            type="text"
            inputMode="decimal"
            maxLength={100}
            spellcheck={false}
            class={`${FIELD_CLASS} max-w-48 tabular-nums`}
          />
          {unit && <bdi lang={props.language} class="text-ink-soft">{unit}</bdi>}
        </div>
      )}
    </TextField>
  );
}
