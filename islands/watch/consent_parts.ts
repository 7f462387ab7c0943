import type { WatchedExam } from "../../protocol/watched_exam.ts";
import { element } from "./element.ts";
import type { WatchWords } from "./watch_words.ts";

/** What is captured there. */
interface Extent {
  /** Whether the text of answers is sent. */
  hasAnswers: boolean;
  /** Whether changes of tab and window are told by more than the page itself. */
  hasTabs: boolean;
}

/** What a student is told before they agree: what is captured, what never is, and what happens with it. */
export function consentParts(
  { show_risk }: WatchedExam,
  words: WatchWords,
  { hasAnswers, hasTabs }: Extent,
): HTMLElement[] {
  const seen = ["keys", "pointer", "clipboard", "window", ...(hasTabs ? ["tabs" as const] : [])] as const;
  return [
    element("p", {}, words.say("consent.lead")),
    element("ul", {}, ...seen.map((what) => element("li", {}, words.say(`consent.seen.${what}`)))),
    element("p", {}, words.say(hasAnswers ? "consent.answers" : "consent.noAnswers")),
    element("p", {}, words.say("consent.never")),
    element("p", {}, `${words.say(`consent.risk.${show_risk}`)} ${words.say("bar.person")}`),
    element("p", { className: "soft" }, words.say("consent.kept")),
  ];
}
