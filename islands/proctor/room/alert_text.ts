import type { Alert } from "../../../protocol/proctor_messages.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** What alerts say in the page's language, for a component. */
export function useAlertText(): (alert: Pick<Alert, "code" | "by" | "text">) => string {
  const { speaker } = useSpeech();
  const words = useWords("alertTexts");
  return ({ code, by = "", text }) =>
    text === undefined ? speaker.say(words[code], { by }) : speaker.say(words.calledWith, { text });
}
