import { useState } from "preact/hooks";
import { MAX_CALL_CHARACTERS } from "../../protocol/limits.ts";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import { FIELD_CLASS } from "./items/text_field.tsx";

const NEEDS = ["break", "accommodation", "other"] as const;

interface AskProctorProps {
  onAsk: (text: string) => void;
  onCancel: () => void;
}

/** What a student needs of a proctor: one of a few things, and words where they like. It goes to proctors, and into no answer. */
export function AskProctor({ onAsk, onCancel }: AskProctorProps) {
  const words = useWords("support");
  const [need, setNeed] = useState<typeof NEEDS[number]>("break");
  const [text, setText] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    onAsk([words.needs[need], text.trim()].filter(Boolean).join(": "));
  };
  return (
    <form onSubmit={submit} class="flex w-full flex-col gap-3">
      <fieldset class="flex flex-col gap-1.5">
        <legend class="mb-1 font-medium">{words.about}</legend>
        {NEEDS.map((value) => (
          <label key={value} class="flex items-start gap-2">
            <input
              type="radio"
              name="need"
              checked={need === value}
              data-focus-home={need === value ? true : undefined}
              onChange={() => setNeed(value)}
              class="mt-0.5 size-4 shrink-0"
            />
            <span>{words.needs[value]}</span>
          </label>
        ))}
      </fieldset>
      <label class="flex flex-col gap-1.5">
        <span class="font-medium">{words.words}</span>
        <textarea
          rows={2}
          maxLength={MAX_CALL_CHARACTERS - 100}
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          class={FIELD_CLASS}
        />
      </label>
      <div class="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary">{words.send}</Button>
        <Button size="small" onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
