import type { CreateExamAnswer } from "../../protocol/staff.ts";
import type { PredictAnswer } from "../../protocol/predict.ts";
import type { Prediction } from "../../scoring/models/predict.ts";
import type { PublishWarning } from "../../server/exams/publish_warnings.ts";
import { type AnswerSpeech, answerSpeech } from "../../server/review/spoken.ts";
import { acceptedTags, wordsOf } from "../../words/languages.ts";

/** Speaks the first language of `Accept-Language` that there is; English to whoever asks for none. */
export function speechFor(request: Request): AnswerSpeech {
  return answerSpeech(wordsOf(acceptedTags(request.headers.get("accept-language"))));
}

/** What an author is told about an exam that was published. */
export function spokenWarning(
  { speaker, sentences }: AnswerSpeech,
  { said, path }: PublishWarning,
): CreateExamAnswer["warnings"][number] {
  return { code: said.key, message: speaker.tell(sentences.publishWarnings, said), path };
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
