import { useSpeech, useWords } from "../../components/speech.tsx";

/** A span of minutes in words, counted from 1. @param width Minutes of each. */
export function useSpanText(width: number): (index: number) => string {
  const words = useWords("overview").flags;
  const { speaker } = useSpeech();
  return (index) =>
    width === 1
      ? speaker.say(words.minute, { from: index + 1 })
      : speaker.say(words.minutes, { from: index * width + 1, to: (index + 1) * width });
}
