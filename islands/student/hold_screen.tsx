import { Icon } from "../components/icon.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel, Hold } from "./exam_model.ts";
import { Notices } from "./notices.tsx";
import { PlainScreen } from "./plain_screen.tsx";

/** The exam stands still: paused by a proctor, or locked until one looks. */
export function HoldScreen({ hold, model, actions }: { hold: Hold; model: ExamModel; actions: ExamActions }) {
  const isPaused = hold.kind === "paused";
  return (
    <PlainScreen
      title={isPaused ? "Your exam is paused" : "Your exam is locked for now"}
      icon={<Icon name={isPaused ? "pause" : "lock"} class="size-8 text-ink-soft" />}
    >
      {hold.reason && <p class="whitespace-pre-line rounded-field bg-sunken px-4 py-3 wrap-anywhere">{hold.reason}</p>}
      <p>
        {isPaused
          ? "A proctor has paused it. It goes on by itself, where you left it."
          : "A proctor has been told and will look at it. Nothing is decided. When it is released, you go on where you left it."}
      </p>
      <p class="text-ink-soft">
        Your answers are kept, your time stands still, and nothing is captured. Please stay on this page.
      </p>
      <Notices model={model} actions={actions} />
    </PlainScreen>
  );
}
