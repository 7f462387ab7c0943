import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { HelpButton } from "./help_dialog.tsx";
import { SavingStatus } from "./saving_status.tsx";
import { TimeLeft } from "./time_left.tsx";

/** What is always in sight: which exam, how saving stands, how much time is left. */
export function ExamHeader({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const attempt = model.attempt.value;
  return (
    <div class="mx-auto grid w-full max-w-6xl grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2 sm:px-6 lg:grid-cols-[1fr_auto_auto] lg:gap-x-8">
      <div class="min-w-0">
        <p lang={attempt?.exam.language} dir="auto" class="w-fit max-w-full truncate font-semibold">
          {attempt?.exam.title}
        </p>
        <p class="hidden truncate text-sm text-ink-soft sm:block">
          <bdi translate={false}>{attempt?.student.name}</bdi>
          {attempt?.student.number && (
            <span class="ms-1">
              · <bdi translate={false}>{attempt.student.number}</bdi>
            </span>
          )}
        </p>
      </div>
      <div class="-me-2.5 lg:order-last">
        <TimeLeft model={model} actions={actions} />
      </div>
      <div class="col-span-2 flex flex-wrap items-center justify-between gap-x-4 lg:col-span-1">
        <SavingStatus model={model} />
        <div class="-me-2 shrink-0">
          <HelpButton model={model} />
        </div>
      </div>
    </div>
  );
}
