import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useWords } from "../components/speech.tsx";
import { AskDialog } from "./ask_dialog.tsx";
import { ApplyDialog } from "./apply_dialog.tsx";
import { CloseDialog } from "./close_dialog.tsx";
import type { Editor } from "./editor.ts";
import type { ExamDeed } from "./exam_calls.ts";
import { JoinAddress } from "./join_address.tsx";
import { PublishDialog } from "./publish_dialog.tsx";

/** What is asked before something is done to the exam. */
export type DialogName = "publish" | "apply" | "join" | "close" | "archive" | "reopen";

interface EditorDialogsProps {
  editor: Editor;
  examId: string;
  name: DialogName;
  onClose: () => void;
  /** Does it; says itself what failed. @returns Whether it is done. */
  onDo: (deed: ExamDeed) => Promise<boolean>;
  onApplied: () => void;
}

/** The dialog that is open. */
export function EditorDialogs({ name, onClose, onDo, ...props }: EditorDialogsProps) {
  const words = useWords("editor");
  const moves = useWords("examMoves");
  switch (name) {
    case "publish":
      return <PublishDialog {...props} onClose={onClose} onPublish={() => onDo("publish")} />;
    case "apply":
      return <ApplyDialog {...props} onClose={onClose} />;
    case "join":
      return (
        <Dialog id="join-address" title={words.publishing.address} onClose={onClose}>
          <JoinAddress code={props.editor.saved.value.document.code} />
          <div class="flex justify-end">
            <Button look="primary" onClick={onClose}>{words.publishing.stay}</Button>
          </div>
        </Dialog>
      );
    case "close":
      return <CloseDialog examId={props.examId} onClose={onClose} onDo={() => onDo("close")} />;
    case "archive":
      return (
        <AskDialog
          id="archive-exam"
          words={props.editor.state.value === "published"
            ? { ...moves.archiving, lead: moves.archiving.leadOpen }
            : moves.archiving}
          onClose={onClose}
          onDo={() => onDo("archive")}
        />
      );
    case "reopen":
      return (
        <AskDialog
          id="reopen-exam"
          words={moves.reopening}
          onClose={onClose}
          onDo={async () => {
            const isDone = await onDo("reopen");
            if (isDone) props.editor.said.value = moves.reopening.done;
            return isDone;
          }}
        />
      );
  }
}
