import type { Answers } from "../../protocol/items/answer.ts";
import { textOf } from "../../protocol/items/answer_form.ts";
import type { AnswerCapture } from "../capture/answer_capture.ts";
import { listen } from "../capture/capture_signal.ts";

/** A field whose text is the answer of a question. */
export type AnswerField = HTMLTextAreaElement | HTMLInputElement;

/** The text of fields of a page that is not ours, captured letter by letter as the answers of an exam's questions. */
export class FieldAnswers {
  readonly #fields: ReadonlyMap<AnswerField, string>;
  /** Texts as the server has them, or will once everything is sent. */
  readonly #texts = new Map<string, string>();

  /**
   * @param fields By the id of the question.
   * @param saved What the server has: an empty field is filled with it, after a reload.
   */
  constructor(fields: Readonly<Record<string, AnswerField>>, saved: Answers) {
    this.#fields = new Map(Object.entries(fields).map(([question, field]) => [field, question]));
    for (const [field, question] of this.#fields) {
      const text = textOf(saved[question]);
      this.#texts.set(question, text);
      if (field.value === "" && text !== "") field.value = text;
    }
  }

  /** Whether a field is one of them. */
  has(field: EventTarget): boolean {
    return this.#fields.has(field as AnswerField);
  }

  /** Begins to capture. What a field has that the server does not is told first. @returns Ends it. */
  follow(capture: () => AnswerCapture | null): () => void {
    this.read(capture());
    const unlisten = [...this.#fields].flatMap(([field, question]) => {
      return [
        listen(field, "input", (event) => {
          const { inputType, data } = event instanceof InputEvent ? event : { inputType: "", data: null };
          this.#edit(capture(), field, question, inputType, data);
        }),
        listen(field, "focus", () => capture()?.view(question)),
      ];
    });
    return () => unlisten.forEach((remove) => remove());
  }

  /** Takes over what fields have that no edit has told: a script of the page may write, too. */
  read(capture: AnswerCapture | null): void {
    for (const [field, question] of this.#fields) this.#edit(capture, field, question, "", null);
  }

  #edit(
    capture: AnswerCapture | null,
    field: AnswerField,
    question: string,
    inputType: string,
    data: string | null,
  ): void {
    const before = this.#texts.get(question) ?? "";
    if (capture === null || field.value === before) return;
    this.#texts.set(question, field.value);
    const caret = field.selectionStart ?? undefined;
    capture.edit({ question, before, after: field.value, caret, inputType, data });
  }
}
