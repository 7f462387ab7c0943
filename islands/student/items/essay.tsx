import { textOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { MAX_ANSWER_CHARACTERS } from "../../../protocol/limits.ts";
import type { Speaker } from "../../../words/speaker.ts";
import type { Sentences } from "../../../words/words.ts";
import { number, object, optional, word } from "../../link/reader.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { countWords } from "../../../protocol/items/count_words.ts";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS, TextField } from "./text_field.tsx";

type Bounds = NonNullable<PaperQuestionOf<"essay">["words"]>;

export const essay: StudentItem<"essay"> = {
  read: object<PaperQuestionOf<"essay">>({
    ...prompt,
    type: word("essay"),
    words: optional(object<Bounds>({ min: optional(number), max: optional(number) })),
  }),
  Field: EssayField,
};

function EssayField({ answer, ...props }: AnswerProps<"essay">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const text = textOf(answer);
  const note = wordNote(countWords(text), props.question.words ?? {}, words, speaker);
  return (
    <TextField {...props} text={text} note={note}>
      {(input) => (
        <textarea
          {...input}
          maxLength={MAX_ANSWER_CHARACTERS}
          rows={14}
          class={`${FIELD_CLASS} min-h-64 resize-y leading-relaxed`}
        />
      )}
    </TextField>
  );
}

/** How many words there are, and what is asked for; it never stops anyone from writing. */
function wordNote(count: number, { min, max }: Bounds, words: Sentences["exam"]["answer"], speaker: Speaker): string {
  if (max !== undefined && count > max) return speaker.say(words.wordsTooMany, { count, over: count - max, max });
  if (min !== undefined && max !== undefined) return speaker.say(words.wordsBetween, { count, min, max });
  if (min !== undefined) return speaker.say(count < min ? words.wordsTooFew : words.wordsEnough, { count, min });
  if (max !== undefined) return speaker.say(words.wordsUpTo, { count, max });
  return speaker.say(words.words, { count });
}
