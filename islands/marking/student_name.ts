import type { Marking } from "../../protocol/marking.ts";
import { useSpeech, useWords } from "../components/speech.tsx";

/** For a component: how a student is called, or their place in the list where names are hidden. */
export function useStudentName({ attempts }: Pick<Marking, "attempts">): (attempt: string) => string {
  const { speaker } = useSpeech();
  const words = useWords("marking");
  return (attempt) => {
    const index = attempts.findIndex(({ attempt_id }) => attempt_id === attempt);
    // Of those that are under way there is no list yet.
    if (index === -1) return "–";
    return attempts[index].name ?? speaker.say(words.unnamed, { n: index + 1 });
  };
}
