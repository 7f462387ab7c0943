import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { ExamModel } from "./exam_model.ts";

/** What proctors wrote, until the student says that it was read. Many of them scroll in themselves. */
export function Notices({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const notices = model.notices.value;
  return (
    <div aria-live="polite" class="max-h-[40dvh] overflow-y-auto bg-raised shadow-raised">
      {notices.map((notice) => (
        <NoticeBox
          key={notice.id}
          notice={notice}
          onRead={() => actions.acknowledge(notice)}
        />
      ))}
    </div>
  );
}

function NoticeBox({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const words = useWords("examStatus").notices;
  const isWarning = notice.kind === "warning";
  return (
    <div class={`border-b ${isWarning ? "border-medium/40 bg-medium-soft" : "border-accent/40 bg-accent-soft"}`}>
      <div class="mx-auto flex w-full max-w-6xl flex-col gap-2 px-4 py-2 sm:flex-row sm:items-center sm:justify-between sm:gap-6 sm:px-6">
        <div class="flex min-w-0 gap-3">
          <Icon name={isWarning ? "alert" : "message"} class="mt-0.5 size-5" />
          {/* Not the next one's button: who presses Enter twice has not read two. */}
          <div data-focus-home tabIndex={-1} class="min-w-0 rounded-sm">
            <p class="font-semibold">{words[notice.kind]}</p>
            <p dir="auto" class="w-fit whitespace-pre-wrap wrap-anywhere">{notice.text}</p>
          </div>
        </div>
        <Button onClick={onRead} class="shrink-0 self-start sm:self-center">{words.read}</Button>
      </div>
    </div>
  );
}
