import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";
import type { Hold } from "./exam_model.ts";
import { PlainScreen } from "./plain_screen.tsx";

/** The exam stands still: paused by a proctor, or locked until one looks. */
export function HoldScreen({ hold }: { hold: Hold }) {
  const words = useWords("examScreens").hold;
  const { title, text } = words[hold.kind];
  return (
    <PlainScreen
      title={title}
      icon={<Icon name={hold.kind === "paused" ? "pause" : "lock"} class="size-8 text-ink-soft" />}
    >
      {hold.reason && (
        <p dir="auto" class="whitespace-pre-line rounded-field bg-sunken px-4 py-3 wrap-anywhere">{hold.reason}</p>
      )}
      <p>{text}</p>
      <p class="text-ink-soft">{words.meanwhile}</p>
    </PlainScreen>
  );
}
