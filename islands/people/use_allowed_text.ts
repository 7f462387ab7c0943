import type { RosterLine } from "../../protocol/roster.ts";
import { listText } from "../../words/lists.ts";
import { momentText } from "../../words/times.ts";
import { breaksText } from "../components/breaks_text.ts";
import { useSpeech, useWords } from "../components/speech.tsx";

/** For a component: what is allowed to a student, in one line; empty for nothing. */
export function useAllowedText(): (
  line: Pick<RosterLine, "accommodations" | "opens_at" | "closes_at" | "earlier">,
) => string {
  const { speaker } = useSpeech();
  const words = useWords("allowances");
  const technologies = useWords("technologies");
  const signals: Readonly<Record<string, { name: string }>> = useWords("signals");
  const people = useWords("people");
  return ({ accommodations: given, opens_at, closes_at, earlier }) => {
    const { extra_time_percent = 0, extra_time_minutes = 0, breaks, muted = [] } = given ?? {};
    const names = listText(speaker.language, muted.map((name) => signals[name]?.name ?? name));
    const items = [
      ...(extra_time_percent > 0 ? [speaker.say(words.extraTime, { percent: extra_time_percent / 100 })] : []),
      ...(extra_time_minutes > 0 ? [speaker.say(words.extraMinutes, { minutes: extra_time_minutes })] : []),
      ...(breaks ? [breaksText(speaker, words, breaks)] : []),
      ...(given?.technologies ?? []).map((technology) => technologies[technology]),
      ...(muted.length > 0 ? [speaker.say(words.muted, { names })] : []),
      ...(opens_at ? [speaker.say(people.from, { at: momentText(speaker, Date.parse(opens_at)) })] : []),
      ...(closes_at ? [speaker.say(people.until, { at: momentText(speaker, Date.parse(closes_at)) })] : []),
      ...(earlier ? [people.makeUp] : []),
    ];
    return speaker.capital(listText(speaker.language, items, "unit"));
  };
}
