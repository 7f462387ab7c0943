import { Icon } from "../components/icon.tsx";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { clockTimeText } from "../../words/times.ts";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel, Hold } from "./exam_model.ts";
import { PlainScreen } from "./plain_screen.tsx";

/** The exam stands still: a break, a pause by a proctor, or locked until one looks. */
export function HoldScreen({ hold, model, actions }: { hold: Hold; model: ExamModel; actions: ExamActions }) {
  const words = useWords("examScreens").hold;
  const { speaker } = useSpeech();
  const { until } = hold;
  const { title, text } = words[until === undefined ? hold.kind : "onBreak"];
  return (
    <PlainScreen
      title={title}
      icon={<Icon name={hold.kind === "paused" ? "pause" : "lock"} class="size-8 text-ink-soft" />}
    >
      {hold.reason && (
        <p dir="auto" class="whitespace-pre-wrap rounded-field bg-sunken px-4 py-3 wrap-anywhere">{hold.reason}</p>
      )}
      {hold.isByPolicy && <p>{words.locked[model.showRisk.value === "live" ? "atHundred" : "byRules"]}</p>}
      <p>{until === undefined ? text : speaker.say(text, { until: clockTimeText(speaker, until) })}</p>
      <p class="text-ink-soft">{until === undefined ? words.meanwhile : words.onBreak.meanwhile}</p>
      {hold.isOwn && <p class="text-ink-soft">{words.onBreak.kept}</p>}
      {until !== undefined && (
        <Button look="primary" class="self-start" onClick={() => actions.endBreak()}>{words.onBreak.back}</Button>
      )}
    </PlainScreen>
  );
}
