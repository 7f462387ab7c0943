import type { ComponentChildren } from "preact";
import { LevelBadge } from "../components/level_badge.tsx";
import { type RoomLevel, shownLevel } from "../components/shown_level.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { Reason } from "../../protocol/risk.ts";
import { OwnWord } from "./own_word.tsx";
import { sayReason } from "../../words/reason.ts";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel, OwnRisk as OwnRiskShown } from "./exam_model.ts";

/** The student's own risk with its reasons: what proctors see, without alarm, and out of the way on request. */
export function OwnRisk({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const words = useWords("examStatus").risk;
  const { speaker } = useSpeech();
  const own = model.risk.value;
  const isOver = model.stage.value.kind === "over";
  const level: RoomLevel | null = own && levelOf(own, isOver);
  const toggle = () => actions.toggleHidden("risk");
  if (model.hidden.value.has("risk")) {
    return (
      <button
        type="button"
        data-focus-home
        onClick={toggle}
        class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
      >
        {words.show}
      </button>
    );
  }
  return (
    <section
      aria-labelledby="risk-heading"
      class="flex flex-col gap-2 rounded-lg border border-line bg-raised p-4 text-sm"
    >
      <div class="flex items-center justify-between gap-2">
        <h2 id="risk-heading" class="font-semibold">{words.title}</h2>
        <button
          type="button"
          data-focus-home
          onClick={toggle}
          aria-label={words.hideAloud}
          class="-my-1 -me-1 min-h-8 rounded-field px-2 text-ink-soft hover:bg-sunken"
        >
          {words.hide}
        </button>
      </div>
      {own === null || level === null ? <LevelBadge level="insufficient" class="self-start" /> : (
        <>
          <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
            <LevelBadge level={level} />
            <span class="tabular-nums text-ink-soft">{speaker.say(words.number, { risk: Math.round(own.risk) })}</span>
          </p>
          <p>{isOver && level === "high" ? words.highAtTheEnd : words.levels[level]}</p>
          {own.reasons.length > 0 && (
            <ul class="flex flex-col gap-2 border-t border-line pt-2">
              {own.reasons.map((reason) => (
                <OwnReason key={reason.name} reason={reason}>
                  {model.attempt.value?.takes_statements && (
                    <OwnWord onSay={(text) => actions.say(text, reason.to ?? reason.from)} />
                  )}
                </OwnReason>
              ))}
            </ul>
          )}
        </>
      )}
      <details class="text-ink-soft">
        <summary class="min-h-6 rounded-field">{words.meaning}</summary>
        <p class="mt-1">{words.explanation}</p>
      </details>
    </section>
  );
}

/** What was too early to say will never be said once the exam is over. */
function levelOf(own: OwnRiskShown, isOver: boolean): RoomLevel {
  const shown = shownLevel(own);
  return isOver && shown === "insufficient" ? "uncaptured" : shown;
}

function OwnReason({ reason, children }: { reason: Reason; children: ComponentChildren }) {
  const { speaker } = useSpeech();
  const words = { features: useWords("features"), reasons: useWords("reasons") };
  const own = useWords("ownReasons");
  const { seen, usual } = sayReason(speaker, words, reason, own);
  return (
    <li>
      <p>{seen}</p>
      {usual !== null && <p class="text-ink-soft">{usual}</p>}
      {children}
    </li>
  );
}
