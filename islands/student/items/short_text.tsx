import { textOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { number, object, word } from "../../link/reader.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS, TextField } from "./text_field.tsx";

/** From this share of the limit on, what is left is shown. */
const NEAR_LIMIT = 0.8;

export const shortText: StudentItem<"short_text"> = {
  read: object<PaperQuestionOf<"short_text">>({ ...prompt, type: word("short_text"), max_characters: number }),
  Field: ShortTextField,
};

function ShortTextField({ answer, ...props }: AnswerProps<"short_text">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const text = textOf(answer);
  const most = props.question.max_characters;
  const note = text.length < most * NEAR_LIMIT
    ? speaker.say(words.upTo, { most })
    : speaker.say(words.left, { left: most - text.length });
  return (
    <TextField {...props} text={text} note={note}>
      {(input) => <input {...input} type="text" maxLength={most} class={FIELD_CLASS} />}
    </TextField>
  );
}
