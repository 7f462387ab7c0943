import { useLayoutEffect, useRef } from "preact/hooks";
import type { AnswerProps } from "./student_item.ts";
import type { CodeEditor, showCodeEditor } from "./code_editor.ts";

interface CodeEditorFieldProps extends Pick<AnswerProps<"code">, "question" | "actions" | "isDisabled"> {
  show: typeof showCodeEditor;
  text: string;
  attributes: Record<string, string>;
}

/** The code editor as a field: it is written to only where the answer has changed by other means. */
export function CodeEditorField({ show, question, text, attributes, actions, isDisabled }: CodeEditorFieldProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const known = useRef(text);

  useLayoutEffect(() => {
    if (parent.current === null) return;
    editor.current = show({
      parent: parent.current,
      text: known.current,
      attributes,
      isDisabled,
      styleNonce: document.querySelector("meta[name=style-nonce]")?.getAttribute("content") ?? "",
      onEdit: (after, caret, inputType) => {
        known.current = after;
        actions.edit(question.id, after, caret, inputType, null);
      },
    });
    editor.current.focus();
    return () => editor.current?.destroy();
  }, []);

  useLayoutEffect(() => editor.current?.setDisabled(isDisabled), [isDisabled]);

  useLayoutEffect(() => {
    if (text === known.current) return;
    known.current = text;
    editor.current?.setText(text);
  });

  return <div ref={parent} dir="ltr" class="overflow-hidden rounded-field border border-line-strong" />;
}
