import type { ExamModel } from "./exam_model.ts";

/** How the answers and the connection stand, always in words. The announcer says it aloud when it changes. */
export function SavingStatus({ model }: { model: ExamModel }) {
  const isOnline = model.link.value.kind === "online";
  const { tone, words } = describe(model.saving.value, isOnline, model.isDurable.value);
  return (
    <p class="flex items-start gap-2 text-sm">
      <svg viewBox="0 0 12 12" class={`mt-1.5 size-2.5 shrink-0 ${tone}`} aria-hidden="true">
        {isOnline
          ? <circle cx="6" cy="6" r="5" fill="currentColor" />
          : <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" />}
      </svg>
      <span>
        <span class="font-medium">{words[0]}</span>
        {words[1] && <span class="ml-1 text-ink-soft">{words[1]}</span>}
      </span>
    </p>
  );
}

function describe(saving: string, isOnline: boolean, isDurable: boolean): { tone: string; words: [string, string?] } {
  const kept = isDurable
    ? "Keep going: your work is kept on this device."
    : "Keep going, but do not close this page: this browser lets it keep nothing.";
  if (saving === "unsaved") {
    return { tone: "text-medium", words: [isOnline ? "Not saved yet." : "Not saved yet, not connected.", kept] };
  }
  if (!isOnline) return { tone: "text-medium", words: ["Not connected.", `Connecting again… ${kept}`] };
  if (saving === "saving") return { tone: "text-low", words: ["Saving…"] };
  return { tone: "text-low", words: ["All changes saved"] };
}
