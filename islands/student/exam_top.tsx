import { useHeightVariable } from "../components/use_height_variable.ts";
import type { ExamActions } from "./exam_actions.ts";
import { ExamHeader } from "./exam_header.tsx";
import type { ExamModel } from "./exam_model.ts";
import { ExamRules } from "./exam_rules.tsx";
import { keepFieldInPlace } from "./keep_field_in_place.ts";
import { TimeWarning } from "./time_warning.tsx";
import { Notices } from "./notices.tsx";

/**
 * What stays at the top of the window: the exam's header, and below it what proctors wrote, which no scrolling hides.
 * However much there is to say, it takes less than half of the window and scrolls in itself. Where the window is low, as at 400 %, the
 * header scrolls away.
 */
export function ExamTop({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const top = useHeightVariable("--top-height", keepFieldInPlace);
  const bar = useHeightVariable("--bar-height");
  return (
    <div ref={top} class="exam-top sticky z-10">
      <div ref={bar} class="border-b border-line bg-raised">
        <ExamHeader model={model} actions={actions} />
      </div>
      <div class="max-h-[45dvh] overflow-y-auto bg-raised shadow-raised">
        <TimeWarning model={model} actions={actions} />
        <ExamRules model={model} actions={actions} />
        <Notices model={model} actions={actions} />
      </div>
    </div>
  );
}
