import {
  history,
  historyKeymap,
  indentLess,
  indentMore,
  insertNewlineKeepIndent,
  standardKeymap,
} from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { Annotation, Compartment, EditorState, type Transaction } from "@codemirror/state";
import { type Command, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { MAX_ANSWER_CHARACTERS } from "../../../protocol/limits.ts";
import { levelOf } from "./indenting_keys.ts";

/** A change that comes from elsewhere, and is no edit of the student's. */
const fromElsewhere = Annotation.define<true>();

/** By what a transaction says that a user did, what `InputEvent.inputType` would have said; the first that fits. */
const INPUT_TYPES: readonly [userEvent: string, inputType: string][] = [
  ["input.type.compose", "insertCompositionText"],
  ["input.paste", "insertFromPaste"],
  ["input.drop", "insertFromDrop"],
  ["move.drop", "insertFromDrop"],
  ["delete.cut", "deleteByCut"],
  ["delete", "deleteContentBackward"],
  ["undo", "historyUndo"],
  ["redo", "historyRedo"],
  ["input", "insertText"],
];

/** Of these the browser's own word counts: the editor calls them typing. */
const BROWSERS_WORD = /Replacement|Dictation|Yank/;

interface EditorOptions {
  parent: Element;
  text: string;
  /** Of its text's element: what names and describes it, and its language. */
  attributes: Record<string, string>;
  isDisabled: boolean;
  /** Of the document's policy: without it the browser takes no style of the editor's. */
  styleNonce: string;
  /** The student changed the text. */
  onEdit(text: string, caret: number, inputType: string): void;
}

/** A code editor that is shown. */
export interface CodeEditor {
  setText(text: string): void;
  setDisabled(isDisabled: boolean): void;
  focus(): void;
  destroy(): void;
}

/** Shows a code editor. What is typed in it is told letter by letter, with how it came in, as of a plain field. */
export function showCodeEditor(options: EditorOptions): CodeEditor {
  const editable = new Compartment();
  let browsersWord = "";
  const isEditable = (
    isDisabled: boolean,
  ) => [EditorView.editable.of(!isDisabled), EditorState.readOnly.of(isDisabled)];
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorView.cspNonce.of(options.styleNonce),
        LOOK,
        lineNumbers(),
        history(),
        bracketMatching(),
        EditorState.tabSize.of(4),
        indentUnit.of(levelOf(options.text)),
        EditorView.contentAttributes.of(options.attributes),
        keymap.of([
          { key: "Enter", run: insertNewlineKeepIndent, shift: insertNewlineKeepIndent },
          { key: "Tab", run: indent, shift: indentLess },
          ...historyKeymap,
          ...standardKeymap,
        ]),
        editable.of(isEditable(options.isDisabled)),
        EditorState.changeFilter.of(({ newDoc }) => newDoc.length <= MAX_ANSWER_CHARACTERS),
        EditorView.domEventObservers({
          beforeinput: (event) => {
            browsersWord = event.inputType;
          },
        }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (!docChanged || transactions.some((each) => each.annotation(fromElsewhere))) return;
          const inputType = BROWSERS_WORD.test(browsersWord) ? browsersWord : inputTypeOf(transactions);
          browsersWord = "";
          options.onEdit(state.doc.toString(), state.selection.main.head, inputType);
        }),
      ],
    }),
  });
  return {
    setText: (text) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromElsewhere.of(true),
      }),
    setDisabled: (isDisabled) => view.dispatch({ effects: editable.reconfigure(isEditable(isDisabled)) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function inputTypeOf(transactions: readonly Transaction[]): string {
  const found = INPUT_TYPES.find(([event]) => transactions.some((each) => each.docChanged && each.isUserEvent(event)));
  return found?.[1] ?? "";
}

/** One level at the caret, or before each of several lines. */
const indent: Command = (view) => {
  const { from, to } = view.state.selection.main;
  if (view.state.doc.lineAt(from).number !== view.state.doc.lineAt(to).number) return indentMore(view);
  const level = levelOf(view.state.doc.toString());
  view.dispatch(view.state.replaceSelection(level), { userEvent: "input.type", scrollIntoView: true });
  return true;
};

const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--color-raised)", color: "var(--color-ink)", fontSize: "0.875rem" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono, monospace)",
    lineHeight: "1.625",
    minHeight: "18rem",
    maxHeight: "70vh",
  },
  ".cm-content": { caretColor: "var(--color-ink)", padding: "0.5rem 0" },
  "&.cm-focused": { outline: "2px solid var(--color-focus)", outlineOffset: "2px" },
  ".cm-gutters": { backgroundColor: "var(--color-sunken)", color: "var(--color-ink-soft)", border: "none" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--color-accent-soft)" },
});
