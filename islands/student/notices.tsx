import { useEffect, useRef } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { ExamModel } from "./exam_model.ts";

/** What proctors wrote, until the student says that it was read. */
export function Notices({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const notices = model.notices.value;
  return (
    <div aria-live="polite" class="flex flex-col gap-3 empty:hidden">
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
  const box = useRef<HTMLDivElement>(null);
  const isWarning = notice.kind === "warning";
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div
      ref={box}
      class={`flex flex-col gap-3 rounded-lg border px-4 py-3 sm:flex-row sm:items-center sm:justify-between ${
        isWarning ? "border-medium/40 bg-medium-soft" : "border-accent/40 bg-accent-soft"
      }`}
    >
      <div class="flex min-w-0 gap-3">
        <Icon name={isWarning ? "alert" : "message"} class="mt-0.5 size-5" />
        <div class="min-w-0">
          <p class="font-semibold">{words[notice.kind]}</p>
          <p dir="auto" class="whitespace-pre-line wrap-anywhere">{notice.text}</p>
        </div>
      </div>
      <Button onClick={onRead} class="shrink-0 self-start sm:self-center">{words.read}</Button>
    </div>
  );
}
