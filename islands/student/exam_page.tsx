import { useWords } from "../components/speech.tsx";
import { Announcer } from "./announcer.tsx";
import { ClosingScreen } from "./closing_screen.tsx";
import type { ExamActions } from "./exam_actions.ts";
import { ExamTop } from "./exam_top.tsx";
import type { ExamModel } from "./exam_model.ts";
import { HoldScreen } from "./hold_screen.tsx";
import { LeaveDialog } from "./leave_dialog.tsx";
import { OwnRisk } from "./own_risk.tsx";
import { Paper } from "./paper.tsx";
import { QuestionMap } from "./question_map.tsx";
import { QuestionPanel } from "./question_panel.tsx";
import { ReviewPanel } from "./review_panel.tsx";
import { StuckScreen } from "./stuck_screen.tsx";
import { SupportPanel } from "./support_panel.tsx";
import { WaitingScreen } from "./waiting_screen.tsx";

interface ExamPageProps {
  model: ExamModel;
  actions: ExamActions;
}

/** The exam's page, in whatever stage it is. The server renders the first one, `loading`. */
export function ExamPage({ model, actions }: ExamPageProps) {
  const words = useWords("exam");
  const sitting = useWords("sitting");
  const stage = model.stage.value;
  const hold = model.hold.value;
  switch (stage.kind) {
    case "loading":
      return <p role="status" class="px-4 py-16 text-center text-ink-soft">{words.opening}</p>;
    case "stuck":
      return <StuckScreen obstacle={stage.obstacle} actions={actions} />;
    case "waiting":
      return <WaitingScreen isLetIn={stage.isLetIn} model={model} actions={actions} />;
    case "over":
      return <ClosingScreen ending={stage.ending} model={model} actions={actions} />;
  }
  const isQuestion = stage.kind === "sitting" && stage.view === "question";
  const isPrinted = model.attempt.value?.rules?.print !== "discourage";
  return (
    <div class="flex flex-1 flex-col">
      {!isPrinted && <p class="hidden p-8 print:block">{sitting.rules.notPrinted}</p>}
      <ExamTop model={model} actions={actions} />
      <Announcer model={model} />
      <LeaveDialog model={model} actions={actions} />
      {hold !== null && <HoldScreen hold={hold} model={model} actions={actions} />}
      <Paper isHidden={hold !== null} isPrinted={isPrinted}>
        <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 py-6 sm:px-6 sm:py-10 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem] lg:content-start lg:gap-x-14">
          <div class="flex min-w-0 max-w-3xl flex-col gap-6">
            {isQuestion
              ? <QuestionPanel model={model} actions={actions} />
              : <ReviewPanel model={model} actions={actions} />}
          </div>
          <div class="flex flex-col gap-8 border-t border-line pt-6 lg:border-0 lg:pt-0">
            <QuestionMap model={model} actions={actions} />
            {model.showRisk.value === "live" && <OwnRisk model={model} actions={actions} />}
            <SupportPanel model={model} actions={actions} />
          </div>
        </div>
      </Paper>
    </div>
  );
}
