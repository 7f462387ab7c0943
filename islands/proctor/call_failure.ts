import { useSpeech, useWords } from "../components/speech.tsx";
import type { CallFailure } from "./staff_api.ts";

/** For a component: says why a call failed, in the server's words where it gave any. */
export function useFailureText(): (failure: CallFailure) => string {
  const { speaker } = useSpeech();
  const words = useWords("calls");
  return ({ kind, status, message }) => {
    if (kind === "refused") return message;
    return kind === "failed" ? speaker.say(words.failed, { status }) : words[kind];
  };
}
