import { MAX_CHOICES, MAX_INSERT_CHARACTERS, MAX_LENGTH } from "../../protocol/limits.ts";
import type { CaptureContext } from "./capture_signal.ts";
import type { ExamTexts } from "./exam_texts.ts";
import { inputKind } from "./input_kind.ts";
import { splitsPair, textDiff } from "./text_diff.ts";

/** An edit of an answer's text, as its field saw it. */
export interface FieldEdit {
  question: string;
  before: string;
  after: string;
  /** Where the caret stands after it. */
  caret?: number;
  /** `InputEvent.inputType`; empty where there is none. */
  inputType: string;
  /** `InputEvent.data`: what was put in, where the browser says it. */
  data?: string | null;
}

/** Captures what a student answers: `answer_edit`, `answer_select`, `question_view`, and the paste that an edit was. */
export class AnswerCapture {
  readonly #context: CaptureContext;
  readonly #texts: ExamTexts;

  constructor(context: CaptureContext, texts: ExamTexts) {
    this.#context = context;
    this.#texts = texts;
  }

  /** The text of an answer changed. */
  edit({ question, before, after, caret, inputType, data }: FieldEdit): void {
    const change = textDiff(before, after, caret);
    const input = inputKind(inputType);
    const t = this.#context.t();
    if (input === "paste") {
      const pasted = data || change?.inserted || "";
      if (pasted !== "") {
        const length = Math.min(pasted.length, MAX_LENGTH);
        this.#context.record({ length, origin: this.#texts.originOf(pasted), t, type: "paste_event" });
      }
    }
    if (change === null) return;
    let { at, removed } = change;
    if (removed > 0) this.#texts.removed(question, at, before.slice(at, at + removed));
    for (const inserted of pieces(change.inserted)) {
      this.#context.record({ at, input, inserted, question, removed, t, type: "answer_edit" });
      at += inserted.length;
      removed = 0;
    }
  }

  /** Choices were made; all that are chosen now. */
  select(question: string, choices: readonly string[]): void {
    const t = this.#context.t();
    this.#context.record({ choices: choices.slice(0, MAX_CHOICES), question, t, type: "answer_select" });
  }

  /** A question was opened. */
  view(question: string): void {
    this.#context.record({ question, t: this.#context.t(), type: "question_view" });
  }
}

/** Consecutive pieces of a text, each of at most 8,000 characters, none ending inside a character. One for "". */
function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  do {
    let to = Math.min(from + MAX_INSERT_CHARACTERS, text.length);
    if (splitsPair(text, to)) to--;
    found.push(text.slice(from, to));
    from = to;
  } while (from < text.length);
  return found;
}
