import { isAnswered, textOf } from "../../../protocol/items/answer_form.ts";
import { readNumber, readQuantity } from "../../../protocol/items/read_number.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { flag, object, optional, text, word } from "../../link/reader.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS, TextField } from "./text_field.tsx";

export const numeric: StudentItem<"numeric"> = {
  read: object<PaperQuestionOf<"numeric">>({
    ...prompt,
    type: word("numeric"),
    unit: optional(text),
    takes_unit: optional(flag),
  }),
  Field: NumericField,
};

function NumericField({ answer, ...props }: AnswerProps<"numeric">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const { unit, takes_unit: takesUnit = false } = props.question;
  const read = takesUnit ? readQuantity : readNumber;
  const isRead = !isAnswered(answer) || read(textOf(answer)) !== null;
  const problem = takesUnit ? words.noQuantity : words.noNumber;
  const wanted = takesUnit
    ? (unit ? speaker.say(words.numberAndUnit, { unit }) : words.numberWithUnit)
    : unit
    ? speaker.say(words.numberIn, { unit })
    : words.number;
  return (
    <TextField {...props} text={textOf(answer)} isNeutral note={wanted} problem={isRead ? undefined : problem}>
      {(input) => (
        <div class="flex items-center gap-3">
          <input
            {...input}
            type="text"
            inputMode={takesUnit ? "text" : "decimal"}
            maxLength={100}
            spellcheck={false}
            class={`${FIELD_CLASS} max-w-48 tabular-nums`}
          />
          {unit && !takesUnit && <bdi lang={props.language} class="text-ink-soft">{unit}</bdi>}
        </div>
      )}
    </TextField>
  );
}
