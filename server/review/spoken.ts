import type { Flag } from "../../protocol/flag.ts";
import type { Reason } from "../../protocol/risk.ts";
import type { SpokenFlag, SpokenReason } from "../../protocol/spoken.ts";
import { sayReason } from "../../words/reason.ts";
import { Speaker } from "../../words/speaker.ts";
import type { Sentences, Words } from "../../words/words.ts";

/** Who puts an answer's codes into words. */
export interface AnswerSpeech {
  speaker: Speaker;
  sentences: Sentences;
}

const speeches = new Map<Words, AnswerSpeech>();

/** Speaks a language, made once for each. */
export function answerSpeech(words: Words): AnswerSpeech {
  const known = speeches.get(words);
  if (known !== undefined) return known;
  const speech = { speaker: new Speaker(words.language, words.counted), sentences: words.sentences };
  speeches.set(words, speech);
  return speech;
}

/** @param to Who is told: the student themselves, in the second person, or somebody who looks at the attempt. */
export function spokenReason(
  { speaker, sentences }: AnswerSpeech,
  reason: Reason,
  to: "student" | "staff" = "staff",
): SpokenReason {
  const { name, category, points } = reason;
  const said = sayReason(speaker, sentences, reason, to === "student" ? sentences.ownReasons : undefined);
  return { name, category, points, ...said, from_t: reason.from, to_t: reason.to };
}

export function spokenFlag({ speaker, sentences }: AnswerSpeech, { rule, salt: _, ...flag }: Flag): SpokenFlag {
  if (rule === undefined) return flag;
  return { ...flag, note: ruleText({ speaker, sentences }, rule) };
}

function ruleText({ speaker, sentences: { alertTexts } }: AnswerSpeech, rule: NonNullable<Flag["rule"]>): string {
  switch (rule.code) {
    case "risk_above":
      return speaker.say(alertTexts.risk_above, { risk: rule.risk });
    case "not_applied":
      return speaker.say(alertTexts.not_applied, { characters: rule.characters });
  }
}
