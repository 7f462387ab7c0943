import { useComputed, useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { CALL_EVERY_MS } from "../../protocol/limits.ts";
import { listText } from "../../words/lists.ts";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AskProctor } from "./ask_proctor.tsx";
import type { ExamActions } from "./exam_actions.ts";
import { TakeBreak } from "./take_break.tsx";
import { ASK_PROCTOR_ID } from "./help_dialog.tsx";
import type { ExamModel } from "./exam_model.ts";

/** What is taken into account of the student, what they said of themselves, and the way to a person. */
export function SupportPanel({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { speaker } = useSpeech();
  const words = useWords("support");
  const names = useWords("technologies");
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const askedAt = useSignal(-Infinity);
  const hasJustAsked = useComputed(() => model.serverNow.value - askedAt.value < CALL_EVERY_MS);
  const taken = model.accommodations.value;
  const declared = model.attempt.value?.declared;
  const breakLeft = model.breakLeft.value;
  const items = taken === null ? [] : [
    ...(taken.extra_time_percent > 0
      ? [speaker.say(words.extraTime, { percent: taken.extra_time_percent / 100 })]
      : []),
    ...(taken.extra_time_minutes ? [speaker.say(words.extraMinutes, { minutes: taken.extra_time_minutes })] : []),
    ...(taken.breaks && breakLeft === null ? [speaker.say(words.breaks, { minutes: taken.breaks.minutes })] : []),
    ...taken.technologies.map((technology) => names[technology]),
    ...(taken.muted.length > 0 || Object.keys(taken.weights).length > 0 ? [words.more] : []),
  ];
  const list = (of: readonly string[]) => ({ list: listText(speaker.language, of) });

  function ask(text: string) {
    const isTold = actions.call(text);
    setSaid(isTold ? words.asked : words.offline);
    if (!isTold) return;
    askedAt.value = model.serverNow.peek();
    setAsking(false);
  }

  return (
    <section aria-labelledby="support-heading" class="flex flex-col items-start gap-2 text-sm">
      <h2 id="support-heading" class="font-semibold">{words.title}</h2>
      {items.length > 0 && <p>{speaker.say(words.taken, list(items))}</p>}
      {declared && <p class="text-ink-soft">{speaker.say(words.declared, list(declared.map((one) => names[one])))}</p>}
      {breakLeft !== null && (
        <TakeBreak
          leftMs={breakLeft}
          onTake={() => setSaid(actions.takeBreak() ? "" : words.noBreakOffline)}
        />
      )}
      {isAsking ? <AskProctor onAsk={ask} onCancel={() => setAsking(false)} /> : (
        <Button
          size="small"
          data-focus-home
          id={ASK_PROCTOR_ID}
          busy={hasJustAsked.value}
          onClick={() => (setSaid(""), setAsking(true))}
        >
          {words.ask}
        </Button>
      )}
      <p role="status" class="font-medium empty:-mt-2">{said}</p>
    </section>
  );
}
