import type { CreateExamAnswer } from "../../protocol/staff.ts";
import type { Flag } from "../../protocol/flag.ts";
import type { PredictAnswer } from "../../protocol/rest.ts";
import type { SpokenFlag, SpokenReason } from "../../protocol/spoken.ts";
import type { Reason } from "../../protocol/risk.ts";
import type { Prediction } from "../../scoring/models/predict.ts";
import type { PublishWarning } from "../../server/exams/publish_warnings.ts";
import { acceptedTags, wordsOf } from "../../words/languages.ts";
import { sayReason } from "../../words/reason.ts";
import { Speaker } from "../../words/speaker.ts";
import type { Sentences, Words } from "../../words/words.ts";

/** Who puts an answer's codes into words. */
export interface AnswerSpeech {
  speaker: Speaker;
  sentences: Sentences;
}

const speeches = new Map<Words, AnswerSpeech>();

/** Speaks the first language of `Accept-Language` that there is; English to whoever asks for none. */
export function speechFor(request: Request): AnswerSpeech {
  const words = wordsOf(acceptedTags(request.headers.get("accept-language")));
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

/** What an author is told about an exam that was published. */
export function spokenWarning(
  { speaker, sentences }: AnswerSpeech,
  { said, path }: PublishWarning,
): CreateExamAnswer["warnings"][number] {
  return { code: said.key, message: speaker.tell(sentences.publishWarnings, said), path };
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

/** A prediction with its message: the level, the fields that it rests on, and always what the model was learnt from. */
export function spokenPrediction({ speaker, sentences }: AnswerSpeech, prediction: Prediction): PredictAnswer {
  const { risk_score, risk_level, contributions, isTooLittle } = prediction;
  const { predictions, features } = sentences;
  const names: Readonly<Record<string, { name: string }>> = features;
  const fields = contributions.map(({ name }) => names[name].name).join(", ");
  const message = [
    isTooLittle ? predictions.too_little : predictions[risk_level],
    fields === "" ? predictions.rests_on_nothing : speaker.say(predictions.rests_on, { fields }),
    predictions.learnt_from,
  ].join(" ");
  return { risk_score, message, risk_level, contributions };
}
