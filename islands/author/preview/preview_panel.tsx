import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { useWords } from "../../components/speech.tsx";
import type { Editor } from "../editor.ts";
import { IconButton } from "../fields/icon_button.tsx";
import { StudentView } from "./student_view.tsx";

interface PreviewPanelProps {
  editor: Editor;
  isBeside: boolean;
  onClose: () => void;
}

/** The exam as a student sees it, live. */
export function PreviewPanel({ editor, isBeside, onClose }: PreviewPanelProps) {
  const words = useWords("editor").asStudent;
  const head = (
    <div class="flex items-start gap-3">
      <div class="flex-1">
        <h2 id="preview-title" class="font-semibold">{words.title}</h2>
        <p class="text-dense text-ink-soft">{words.lead}</p>
      </div>
      <IconButton label={words.close} onClick={onClose}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
  if (!isBeside) {
    return (
      <PreviewDialog onClose={onClose}>
        {head}
        <StudentView editor={editor} />
      </PreviewDialog>
    );
  }
  return (
    <aside
      aria-labelledby="preview-title"
      class="sticky top-[calc(var(--top-height)+1.5rem)] flex max-h-[calc(100dvh-var(--top-height)-3rem)] flex-col gap-5 overflow-y-auto rounded-lg border border-line bg-raised p-5"
    >
      {head}
      <StudentView editor={editor} />
    </aside>
  );
}

function PreviewDialog({ onClose, children }: { onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="preview-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      class="m-auto max-h-[calc(100dvh-2rem)] w-[min(46rem,calc(100vw-1rem))] rounded-lg border border-line bg-raised p-5 text-ink shadow-raised"
    >
      <div class="flex flex-col gap-5">{children}</div>
    </dialog>
  );
}
