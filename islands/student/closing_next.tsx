import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { withLanguage } from "./content_language.ts";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { isUnsent } from "./unsent_notice.tsx";

interface ClosingNextProps {
  model: ExamModel;
  actions: ExamActions;
}

/** What comes after the exam: marking, the way to the result, how long what is kept, and what is left on the device. */
export function ClosingNext({ model, actions }: ClosingNextProps) {
  const words = useWords("sitting").closing;
  const { speaker } = useSpeech();
  const closing = model.closing.value;
  const attempt = model.attempt.value;
  const path = resultPath(attempt?.attempt_id, attempt?.exam.language);
  return (
    <>
      <section aria-labelledby="next" class="flex flex-col gap-2 border-t border-line pt-5">
        <h2 id="next" class="font-semibold">{words.next}</h2>
        <p class="text-sm text-ink-soft">{words.marking}</p>
        <p class="text-sm">
          <Said
            sentence={closing?.results === "after_close" ? words.afterClose : words.manual}
            places={{
              page: <a href={path} class="font-medium text-accent underline underline-offset-4">{words.resultPage}</a>,
            }}
          />
        </p>
        {closing?.statements && <p class="text-sm text-ink-soft">{words.ownWords}</p>}
        {closing !== null && (
          <p class="text-sm text-ink-soft">
            {speaker.say(words.kept, {
              events: closing.events_days,
              reports: Math.max(closing.events_days, closing.reports_days),
            })}
          </p>
        )}
      </section>
      {closing !== null && model.isDurable.value && !isUnsent(model) && (
        <section aria-labelledby="device" class="flex flex-col gap-2 border-t border-line pt-5">
          <h2 id="device" class="font-semibold">{words.device}</h2>
          <p class="text-sm text-ink-soft">{words.left}</p>
          <label class="flex items-start gap-3 text-sm">
            <input
              type="checkbox"
              checked={model.isResultKept.value}
              aria-describedby="keep-hint"
              onChange={(event) =>
                actions.keepResult(event.currentTarget.checked)}
              class="mt-0.5 size-4 shrink-0"
            />
            <span>{words.keep}</span>
          </label>
          <p id="keep-hint" class="text-sm text-ink-soft">{words.keepHint}</p>
        </section>
      )}
    </>
  );
}

/** Address of an attempt's result. The id opens nothing; the token stays in the browser. */
function resultPath(attemptId: string | undefined, language: string | undefined): string {
  const path = withLanguage("/result", language);
  return attemptId === undefined ? path : `${path}${language === undefined ? "?" : "&"}attempt=${attemptId}`;
}
