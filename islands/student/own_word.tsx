import { useState } from "preact/hooks";
import { MAX_OWN_WORD_CHARACTERS } from "../../protocol/limits.ts";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import { failureText } from "./failure_text.ts";
import { FIELD_CLASS } from "./items/text_field.tsx";
import type { Outcome } from "./student_call.ts";

/** A sentence of the student's to one reason, such as that the phone rang: read by staff beside it, and it changes no number. */
export function OwnWord({ onSay }: { onSay: (text: string) => Promise<Outcome<unknown>> }) {
  const words = useWords("ownWord");
  const refused = useWords("refused");
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");

  async function send(event: Event) {
    event.preventDefault();
    if (!text.trim()) return setSaid(words.missing);
    // Gone from the field at once: pressed twice, it is said once.
    setText("");
    const outcome = await onSay(text.trim());
    setSaid(outcome.ok ? words.sent : failureText(outcome.failure, refused));
    if (!outcome.ok) setText(text);
  }

  return (
    <details>
      <summary class="min-h-6 rounded-field">{words.open}</summary>
      <form onSubmit={send} class="flex flex-col gap-2">
        <label>
          {words.hint}
          <input
            dir="auto"
            maxLength={MAX_OWN_WORD_CHARACTERS}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            class={FIELD_CLASS}
          />
        </label>
        <Button type="submit" size="small">{words.send}</Button>
        <p role="status">{said}</p>
      </form>
    </details>
  );
}
