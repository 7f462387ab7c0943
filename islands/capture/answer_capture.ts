import type { InputKind } from "../../protocol/events.ts";
import { MAX_CHOICES, MAX_INSERT_CHARACTERS, MAX_LENGTH } from "../../protocol/limits.ts";
import type { CaptureContext } from "./capture_signal.ts";
import type { ExamTexts } from "./exam_texts.ts";
import { inputKind } from "./input_kind.ts";
import { splitsPair, textDiff } from "./text_diff.ts";

/** Kinds of edits that may bring a passage at once; the others are believed as they are. */
const PUT_IN: ReadonlySet<InputKind> = new Set(["typing", "drop", "other"]);

/** Shorter pieces are typing, whatever they are a part of. */
const LEAST_PASSAGE = 20;

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
  readonly #isScripted: () => boolean;

  /** @param isScripted Whether what happens at this moment is a script's doing, and no device's. */
  constructor(context: CaptureContext, texts: ExamTexts, isScripted: () => boolean = () => false) {
    this.#context = context;
    this.#texts = texts;
    this.#isScripted = isScripted;
  }

  /** The text of an answer changed. */
  edit({ question, before, after, caret, inputType, data }: FieldEdit): void {
    const change = textDiff(before, after, caret);
    const input = inputKind(inputType);
    const t = this.#context.t();
    const brought = data || change?.inserted || "";
    const origin = brought === "" ? null : this.#originOf(brought, input);
    if (origin !== null) {
      this.#context.record({ length: Math.min(brought.length, MAX_LENGTH), origin, t, type: "paste_event" });
    }
    if (change === null) return;
    let { at, removed } = change;
    if (removed > 0) this.#texts.removed(question, at, before.slice(at, at + removed));
    for (const inserted of pieces(change.inserted)) {
      this.#context.record({ at, input, inserted, question, removed, ...this.#mark(), t, type: "answer_edit" });
      at += inserted.length;
      removed = 0;
    }
  }

  /** Where a text is from that was not typed; null where nothing is to be said of it beside its edit. */
  #originOf(text: string, input: InputKind): "exam" | "outside" | null {
    if (input === "paste") return this.#texts.originOf(text);
    const isPassage = PUT_IN.has(input) && text.length >= LEAST_PASSAGE;
    // A drag that copies, and software that fills the field, leave no paste: of own text they are the same.
    return isPassage && this.#texts.originOf(text) === "exam" ? "exam" : null;
  }

  /** Choices were made; all that are chosen now. */
  select(question: string, choices: readonly string[]): void {
    const t = this.#context.t();
    const event = { choices: choices.slice(0, MAX_CHOICES), question, ...this.#mark(), t };
    this.#context.record({ ...event, type: "answer_select" });
  }

  #mark(): { scripted?: true } {
    return this.#isScripted() ? { scripted: true } : {};
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
