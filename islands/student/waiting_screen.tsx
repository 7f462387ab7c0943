import { momentText } from "../../words/times.ts";
import { Icon } from "../components/icon.tsx";
import { RichText } from "../components/rich_text.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { Notices } from "./notices.tsx";
import { PlainScreen } from "./plain_screen.tsx";
import { PracticeWhileWaiting } from "./practice_while_waiting.tsx";
import { SupportPanel } from "./support_panel.tsx";

interface WaitingScreenProps {
  isLetIn: boolean;
  model: ExamModel;
  actions: ExamActions;
}

/** Joined, and not let in yet: whose exam it is, what comes next, and what to read meanwhile. */
export function WaitingScreen({ isLetIn, model, actions }: WaitingScreenProps) {
  const words = useWords("examScreens").waiting;
  const { speaker } = useSpeech();
  const attempt = model.attempt.value;
  const { title, language, instructions, instructions_html: html } = attempt?.exam ?? {};
  const until = attempt?.waits_until;
  const isOffline = model.link.value.kind === "waiting";
  return (
    <>
      <div class="sticky top-0 z-10">
        <Notices model={model} actions={actions} />
      </div>
      <PlainScreen title={words.title} icon={<Icon name="clock" class="size-8 text-ink-soft" />}>
        <p class="rounded-field bg-sunken px-4 py-3">
          <bdi lang={language} class="block font-semibold wrap-anywhere">{title}</bdi>
          <bdi translate={false} class="text-ink-soft">{attempt?.student.name}</bdi>
          {attempt?.student.number && (
            <span class="ms-1 text-ink-soft">
              · <bdi translate={false}>{attempt.student.number}</bdi>
            </span>
          )}
        </p>
        <p>{words.text}</p>
        <p class="text-ink-soft">{words.meanwhile}</p>
        {until !== undefined && <p>{speaker.say(words.until, { until: momentText(speaker, until) })}</p>}
        <p role="status" class="font-medium empty:hidden">{isLetIn ? words.letIn : isOffline ? words.offline : ""}</p>
        {instructions && (
          <section aria-labelledby="waiting-instructions" class="flex flex-col gap-2 border-t border-line pt-5">
            <h2 id="waiting-instructions" class="font-semibold">{words.instructions}</h2>
            <RichText of={{ text: instructions, html }} language={language} />
          </section>
        )}
        <PracticeWhileWaiting actions={actions} />
        <div class="border-t border-line pt-5">
          <SupportPanel model={model} actions={actions} />
        </div>
      </PlainScreen>
    </>
  );
}
