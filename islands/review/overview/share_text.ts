import type { ShareInterval } from "../../../protocol/exam_overview.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** Of fewer than this a share says more about chance than about the exam. */
export const LEAST_FOR_SHARE = 10;

/** A share with its interval in words, or that there are too few for one. */
export function useShareText(): (count: number, of: number, share: ShareInterval | null) => string {
  const words = useWords("overview");
  const { speaker } = useSpeech();
  return (count, of, share) =>
    share === null || of < LEAST_FOR_SHARE ? words.tooFew : speaker.say(words.share, { share: count / of, ...share });
}
