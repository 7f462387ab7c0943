import type { Alert } from "../../../protocol/alert.ts";
import { timeText } from "../../../words/times.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** What alerts say in the page's language, for a component. */
export function useAlertText(): (alert: Alert) => string {
  const { speaker } = useSpeech();
  const words = useWords("alertTexts");
  return ({ code, by = "", count = 0, since, text, at }) =>
    text === undefined
      ? speaker.tell(words, { key: code, values: { by, count, since: timeText(speaker, since ?? at) } })
      : speaker.say(words.calledWith, { text });
}
