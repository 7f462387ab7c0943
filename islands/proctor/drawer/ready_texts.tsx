import { useEffect, useMemo } from "preact/hooks";
import { z } from "zod";
import { MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";
import { Button } from "../../components/button.tsx";
import { INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import { KeptList } from "../room/kept_list.ts";

/** One's own texts that one browser keeps, at most. */
const MOST_KEPT = 20;
const KeptText = z.string().min(1).max(MAX_NOTE_CHARACTERS);

interface ReadyTextsProps {
  /** The house's, in the exam's language. */
  texts: readonly string[];
  /** What stands in the field now. */
  value: string;
  onChoose: (text: string) => void;
}

/** Puts a ready text into the field, where it can be changed; and keeps what was written there for another time. */
export function ReadyTexts({ texts, value, onChoose }: ReadyTextsProps) {
  const words = useWords("actions").ready;
  const kept = useMemo(() => new KeptList("invigil.kept_texts", KeptText, MOST_KEPT, (text) => text), []);
  useEffect(() => kept.restore(), []);
  const own = kept.all.value;
  const written = value.trim();
  return (
    <div class="flex flex-col gap-1.5">
      <label for="ready-text" class="text-sm font-medium">{words.label}</label>
      <div class="flex flex-wrap gap-2">
        <select
          id="ready-text"
          class={`${INPUT_CLASS} min-w-0 flex-1`}
          value=""
          onChange={(event) => {
            onChoose(event.currentTarget.value);
            event.currentTarget.value = "";
          }}
        >
          <option value="">{words.choose}</option>
          {own.length > 0 && (
            <optgroup label={words.own}>
              {own.map((text) => <option key={text} value={text} dir="auto">{text}</option>)}
            </optgroup>
          )}
          <optgroup label={words.house}>
            {texts.map((text) => <option key={text} value={text} dir="auto">{text}</option>)}
          </optgroup>
        </select>
        {own.includes(written)
          ? <Button onClick={() => kept.forget(written)}>{words.forget}</Button>
          : <Button disabled={written === ""} onClick={() => kept.keep(written)}>{words.keep}</Button>}
      </div>
    </div>
  );
}
