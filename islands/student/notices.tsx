import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { ExamModel } from "./exam_model.ts";
import { TopStrip } from "./top_strip.tsx";

/** What proctors wrote, until the student says that it was read. */
export function Notices({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const notices = model.notices.value;
  return (
    <div aria-live="polite">
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
    <TopStrip
      tone={isWarning ? "medium" : "accent"}
      icon={isWarning ? "alert" : "message"}
      title={words[notice.kind]}
      buttons={<Button onClick={onRead}>{words.read}</Button>}
      isFocusHome
    >
      <p dir="auto" class="w-fit whitespace-pre-wrap wrap-anywhere">{notice.text}</p>
    </TopStrip>
  );
}
