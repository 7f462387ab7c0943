import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel } from "./exam_model.ts";
import { savingWords } from "./saving_words.ts";

/** How the answers and the connection stand, always in words. The announcer says it aloud when it changes. */
export function SavingStatus({ model }: { model: ExamModel }) {
  const { speaker } = useSpeech();
  const { name, text, more } = savingWords(model, useWords("examStatus").saving, speaker);
  return (
    <p class="flex items-start gap-2 text-sm">
      <svg
        viewBox="0 0 12 12"
        class={`mt-1.5 size-2.5 shrink-0 ${name === "saved" || name === "saving" ? "text-low" : "text-medium"}`}
        aria-hidden="true"
      >
        {model.link.value.kind === "online"
          ? <circle cx="6" cy="6" r="5" fill="currentColor" />
          : <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" />}
      </svg>
      <span>
        <span class="font-medium">{text}</span>
        {more && <span class="ms-1 text-ink-soft">{more}</span>}
      </span>
    </p>
  );
}
