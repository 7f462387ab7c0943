import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Ending, ExamModel } from "./exam_model.ts";
import { PlainScreen } from "./plain_screen.tsx";

interface ClosingScreenProps {
  ending: Ending;
  model: ExamModel;
  actions: ExamActions;
}

/** The exam is over: how it ended, the receipt, and what was captured. */
export function ClosingScreen({ ending, model, actions }: ClosingScreenProps) {
  const { title, text } = wordsOf(ending);
  const attempt = model.attempt.value;
  return (
    <PlainScreen title={title} icon={<Icon name="check" class="size-8 text-low" />}>
      <p>{text}</p>
      {ending.redirectTo !== null && (
        <p>
          You will be taken to the next page in a moment.{" "}
          <a href={ending.redirectTo} class="font-medium text-accent underline underline-offset-4">Go there now</a>
        </p>
      )}
      {model.saving.value !== "saved" && (
        <AlertBox tone="warning" role="status" title="Some of your last work is still on this device">
          {model.link.value.kind === "closed"
            ? "The server does not take it any more. Tell your proctor before you clear this browser's data."
            : "It is being sent. Please keep this page open."}
        </AlertBox>
      )}
      <dl class="grid items-baseline gap-x-6 gap-y-3 rounded-lg border border-line bg-raised p-4 sm:grid-cols-[auto_1fr]">
        <Fact name="Exam">{attempt?.exam.title}</Fact>
        <Fact name="Name">
          {attempt?.student.name}
          {attempt?.student.number && <span class="ml-1 text-ink-soft">· {attempt.student.number}</span>}
        </Fact>
        <Fact name="Answered">{`${model.answered.value} of ${model.questions.value.length} questions`}</Fact>
        {ending.receipt && (
          <Fact name="Receipt">
            <code class="text-sm break-all">{ending.receipt}</code>
          </Fact>
        )}
      </dl>
      <p class="text-sm text-ink-soft">
        The receipt is the fingerprint of everything that was recorded of your exam. Note it: with it nobody can change
        the record without being found out.
      </p>
      <Captured actions={actions} />
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
function Captured({ actions }: { actions: ExamActions }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function download() {
    setBusy(true);
    setProblem(null);
    const outcome = await actions.download();
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.refusal.message);
    const url = URL.createObjectURL(outcome.value);
    const link = document.createElement("a");
    link.href = url;
    link.download = "captured.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  return (
    <div class="flex flex-col items-start gap-3 border-t border-line pt-5">
      <h2 class="font-semibold">What was captured about you</h2>
      <p class="text-sm text-ink-soft">
        Every event of your exam, as it was stored.{" "}
        <a href="/privacy" class="text-accent underline underline-offset-4">How it is used and how long it is kept</a>
      </p>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <Button busy={isBusy} onClick={download}>{isBusy ? "Preparing…" : "Download what was captured"}</Button>
    </div>
  );
}

function wordsOf({ state, cause }: Ending): { title: string; text: string } {
  if (cause === "risk") {
    return {
      title: "Your exam was locked and submitted",
      text:
        "By this exam's rules it is submitted when the risk reaches 100. A person will look at what was seen before " +
        "anything is decided, and you can ask for the record and give your explanation.",
    };
  }
  if (cause === "proctor" || state === "terminated") {
    return {
      title: "Your exam was ended by a proctor",
      text: "Your answers up to this moment are kept. If you do not know why, ask your proctor or your exam office.",
    };
  }
  if (cause === "deadline" || state === "expired") {
    return {
      title: "Time is up: your exam was submitted",
      text: "Everything that you wrote until the end of your time is kept.",
    };
  }
  return { title: "Your exam is submitted", text: "Thank you. You can close this page." };
}
