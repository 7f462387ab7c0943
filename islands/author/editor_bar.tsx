import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import { useHeightVariable } from "../components/use_height_variable.ts";
import type { Editor, View } from "./editor.ts";
import type { DialogName } from "./editor_dialogs.tsx";
import { ENTRY_CLASS, Menu } from "./menu.tsx";
import { IconButton } from "./fields/icon_button.tsx";
import { Sign } from "./fields/sign.tsx";
import { SaveStatus } from "./save_status.tsx";

interface EditorBarProps {
  editor: Editor;
  examId: string;
  isPreviewOpen: boolean;
  onPreview: () => void;
  onDialog: (name: DialogName) => void;
  onTry: () => void;
  onDuplicate: () => void;
}

/** What stays at the top: parts, how saving stands, steps back and forth, preview, and what makes it public. */
export function EditorBar(props: EditorBarProps) {
  const { editor } = props;
  const words = useWords("editor");
  // Both: what covers the top is the bar, and the page needs no room beside it.
  const top = useHeightVariable("--top-height");
  const bar = useHeightVariable("--bar-height");
  useUndoKeys(editor);
  const state = editor.state.value;
  const steps = editor.steps.value;
  const views: readonly View[] = ["questions", "settings"];
  return (
    <section
      ref={top}
      aria-label={words.bar}
      class="sticky top-0 [@media(max-height:25rem)]:static z-20 border-b border-line bg-surface/95 backdrop-blur-sm"
    >
      <div
        ref={bar}
        class="mx-auto flex w-full max-w-[96rem] flex-wrap items-center gap-x-2 gap-y-1.5 px-3 py-2 sm:gap-x-3 sm:px-4"
      >
        <div role="group" aria-label={words.views.label} class="flex rounded-field bg-sunken p-0.5">
          {views.map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={editor.view.value === view}
              onClick={() => editor.view.value = view}
              class="min-h-8 rounded-[0.3rem] px-3 text-dense font-medium text-ink-soft aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-button"
            >
              {words.views[view]}
            </button>
          ))}
        </div>
        <div class="order-3 flex min-w-0 flex-1 basis-40 items-center gap-2 sm:order-none sm:basis-0">
          <span
            class={`shrink-0 rounded-full px-2 py-0.5 text-xs font-medium ${
              state === "published" ? "bg-low-soft text-low" : "bg-sunken text-ink-soft"
            }`}
          >
            {words.states[state]}
          </span>
          <SaveStatus editor={editor} />
        </div>
        <div class="order-2 ms-auto flex items-center gap-1 sm:order-none">
          <IconButton label={words.undo} isDisabled={!steps.canUndo} onClick={() => stepBack(editor, words)}>
            <Sign name="undo" />
          </IconButton>
          <IconButton label={words.redo} isDisabled={!steps.canRedo} onClick={() => stepForth(editor, words)}>
            <Sign name="redo" />
          </IconButton>
        </div>
        <div class="order-2 flex items-center gap-1 sm:order-none">
          <button
            type="button"
            aria-pressed={props.isPreviewOpen}
            aria-label={words.preview}
            title={words.preview}
            onClick={props.onPreview}
            class="inline-flex min-h-9 items-center gap-1.5 rounded-field px-2.5 text-dense font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-ink"
          >
            <Sign name="eye" />
            <span class="max-sm:hidden">{words.preview}</span>
          </button>
          <Menu
            id="exam-menu"
            label={words.menu.label}
            button={<Sign name="more" />}
            buttonClass="inline-flex size-9 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
          >
            {state === "published" && (
              <>
                <Entry onClick={() => props.onDialog("join")}>{words.menu.joinLink}</Entry>
                <Entry onClick={() => props.onDialog("close")}>{words.menu.close}</Entry>
              </>
            )}
            {state === "closed" && <Entry onClick={() => props.onDialog("reopen")}>{words.menu.reopen}</Entry>}
            <Entry onClick={props.onTry}>{words.menu.tryIt}</Entry>
            <a href={`/exams/${props.examId}/paper`} class={ENTRY_CLASS}>{words.menu.paper}</a>
            <Entry onClick={props.onDuplicate}>{words.menu.duplicate}</Entry>
            <Entry onClick={() => props.onDialog("archive")}>{words.menu.archive}</Entry>
          </Menu>
        </div>
        <div class="order-4 sm:order-none">
          {state === "draft"
            ? (
              <Button look="primary" size="small" class="min-h-9 px-3" onClick={() => props.onDialog("publish")}>
                {words.publish}
              </Button>
            )
            : (
              <Button
                look="primary"
                size="small"
                class="min-h-9 px-3"
                disabled={editor.changes.value === 0}
                onClick={() => props.onDialog("apply")}
              >
                {words.apply}
              </Button>
            )}
        </div>
      </div>
    </section>
  );
}

function Entry({ onClick, children }: { onClick: () => void; children: string }) {
  return <button type="button" onClick={onClick} class={ENTRY_CLASS}>{children}</button>;
}

type Words = { undone: string; redone: string };

function stepBack(editor: Editor, words: Words) {
  editor.undo();
  editor.said.value = words.undone;
}

function stepForth(editor: Editor, words: Words) {
  editor.redo();
  editor.said.value = words.redone;
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), but where a text field has its own. */
function useUndoKeys(editor: Editor): void {
  const words = useWords("editor");
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) stepForth(editor, words);
      else stepBack(editor, words);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [editor]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");
}
