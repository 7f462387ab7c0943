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

/** What a refusal says, for where the field itself is shown: without the field's name in front of it. */
export function withoutPath(text: string, { path }: CallFailure): string {
  const rest = path !== "" && text.startsWith(`${path}: `) ? text.slice(path.length + 2) : text;
  return rest.slice(0, 1).toLocaleUpperCase() + rest.slice(1);
}
