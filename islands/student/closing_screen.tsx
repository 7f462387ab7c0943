import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { momentText } from "../../words/times.ts";
import type { Sentences } from "../../words/words.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { ClosingNext } from "./closing_next.tsx";
import { withLanguage } from "./content_language.ts";
import type { ExamActions } from "./exam_actions.ts";
import type { Ending, ExamModel } from "./exam_model.ts";
import { OwnRisk } from "./own_risk.tsx";
import { PlainScreen } from "./plain_screen.tsx";
import { failureText } from "./failure_text.ts";
import { Receipt } from "./receipt.tsx";
import { saveFile } from "./save_file.ts";
import { isUnsent, UnsentNotice } from "./unsent_notice.tsx";

const LINK_CLASS = "font-medium text-accent underline underline-offset-4";

interface ClosingScreenProps {
  ending: Ending;
  model: ExamModel;
  actions: ExamActions;
}

/** The exam is over: how it ended, what was received, the receipt, what comes next, and what was captured. */
export function ClosingScreen({ ending, model, actions }: ClosingScreenProps) {
  const { over, closing } = useWords("examScreens");
  const { speaker } = useSpeech();
  const received = model.closing.value;
  const how = howItEnded(ending, received?.admitted ?? true);
  const { title, text } = over[how === "risk" && model.showRisk.value === "never" ? "rules" : how];
  // Neither "close this page" nor "everything is kept" holds while some of it is here alone.
  const isSaidBelow = isUnsent(model) && (how === "submitted" || how === "deadline");
  const attempt = model.attempt.value;
  const language = attempt?.exam.language;
  const words = useWords("sitting").closing;
  const wasIn = how !== "notAdmitted";
  const counts = {
    answered: received?.answered ?? model.answered.value,
    count: received?.questions ?? model.questions.value.length,
  };
  return (
    <PlainScreen
      title={title}
      icon={wasIn ? <Icon name="check" class="size-8 text-low" /> : <Icon name="clock" class="size-8 text-ink-soft" />}
    >
      {!isSaidBelow && <p>{text}</p>}
      {ending.redirectTo !== null && (
        <p>
          <Said
            sentence={closing.leadsOn}
            places={{ go: <a href={ending.redirectTo} class={LINK_CLASS}>{closing.go}</a> }}
          />
        </p>
      )}
      <UnsentNotice model={model} actions={actions} />
      <dl class="grid items-baseline gap-x-6 gap-y-3 rounded-lg border border-line bg-raised p-4 sm:grid-cols-[auto_1fr]">
        <Fact name={closing.exam}>
          <bdi lang={language}>{attempt?.exam.title}</bdi>
        </Fact>
        <Fact name={closing.name}>
          <bdi translate={false}>{attempt?.student.name}</bdi>
          {attempt?.student.number && (
            <span class="ms-1 text-ink-soft">
              · <bdi translate={false}>{attempt.student.number}</bdi>
            </span>
          )}
        </Fact>
        {received?.handed_in && (
          <Fact name={how === "submitted" ? words.handedIn : words.ended}>
            {momentText(speaker, received.handed_in)}
          </Fact>
        )}
        {!wasIn
          ? null
          : received === null || isUnsent(model)
          ? <Fact name={closing.answered}>{speaker.say(closing.answeredOf, counts)}</Fact>
          : (
            <Fact name={words.received}>
              {speaker.say(words.amount, { ...counts, characters: received.characters })}
            </Fact>
          )}
        {received?.saved && <Fact name={words.saved}>{momentText(speaker, received.saved)}</Fact>}
      </dl>
      {model.showRisk.value === "after" && model.risk.value !== null && <OwnRisk model={model} actions={actions} />}
      {ending.receipt && <Receipt receipt={ending.receipt} />}
      {wasIn && (
        <>
          <ClosingNext model={model} actions={actions} />
          <Captured language={language} actions={actions} />
        </>
      )}
    </PlainScreen>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt class="text-sm text-ink-soft">{name}</dt>
      <dd class="-mt-2 min-w-0 font-medium wrap-anywhere sm:mt-0">{children}</dd>
    </>
  );
}

/** The download of what was captured about the student. */
function Captured({ language, actions }: { language: string | undefined; actions: ExamActions }) {
  const { captured } = useWords("examScreens").closing;
  const refused = useWords("refused");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function download() {
    setBusy(true);
    setProblem(null);
    const outcome = await actions.download();
    setBusy(false);
    if (!outcome.ok) return setProblem(failureText(outcome.failure, refused));
    saveFile(outcome.value, "captured.json");
  }
  return (
    <div class="flex flex-col items-start gap-3 border-t border-line pt-5">
      <h2 class="font-semibold">{captured.title}</h2>
      <p class="text-sm text-ink-soft">
        <Said
          sentence={captured.lead}
          places={{
            more: (
              <a href={withLanguage("/privacy", language)} class="text-accent underline underline-offset-4">
                {captured.more}
              </a>
            ),
          }}
        />
      </p>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <Button busy={isBusy} onClick={download}>{isBusy ? captured.preparing : captured.download}</Button>
    </div>
  );
}

/** The name in `words/` of the way that an exam ended. */
function howItEnded(
  { state, cause }: Ending,
  isAdmitted: boolean,
): Exclude<keyof Sentences["examScreens"]["over"], "rules"> {
  if (cause === "risk") return "risk";
  if (cause === "proctor" || state === "terminated") return "proctor";
  if (!isAdmitted) return "notAdmitted";
  if (cause === "deadline" || state === "expired") return "deadline";
  return "submitted";
}
