import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel, Saving } from "./exam_model.ts";

/** How the answers and the connection stand, always in words. The announcer says it aloud when it changes. */
export function SavingStatus({ model }: { model: ExamModel }) {
  const words = useWords("examStatus").saving;
  const { speaker } = useSpeech();
  const isOnline = model.link.value.kind === "online";
  const name = statusOf(model.saving.value, isOnline);
  const kept = model.isDurable.value ? words.kept : words.notKept;
  const more = {
    saved: "",
    saving: "",
    unsaved: kept,
    unsavedOffline: kept,
    offline: speaker.say(words.connecting, { kept }),
  };
  return (
    <p class="flex items-start gap-2 text-sm">
      <svg
        viewBox="0 0 12 12"
        class={`mt-1.5 size-2.5 shrink-0 ${name === "saved" || name === "saving" ? "text-low" : "text-medium"}`}
        aria-hidden="true"
      >
        {isOnline
          ? <circle cx="6" cy="6" r="5" fill="currentColor" />
          : <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" />}
      </svg>
      <span>
        <span class="font-medium">{words[name]}</span>
        {more[name] && <span class="ms-1 text-ink-soft">{more[name]}</span>}
      </span>
    </p>
  );
}

/** What there is to say, by its name in `words/`. */
function statusOf(saving: Saving, isOnline: boolean): Saving | "unsavedOffline" | "offline" {
  if (isOnline) return saving;
  return saving === "unsaved" ? "unsavedOffline" : "offline";
}
