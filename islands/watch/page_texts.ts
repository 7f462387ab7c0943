import { ExamTexts } from "../capture/exam_texts.ts";

/** Texts of a page that is not ours: what stands in it, and what was copied from it, is not text from outside. */
export class PageTexts extends ExamTexts {
  readonly #page: HTMLElement;
  #standing = "";

  /** @param page What is watched. */
  constructor(page: HTMLElement) {
    super([], () => [this.#standing], [], () => {});
    this.#page = page;
  }

  /** What stands in the page at this moment is what pastes are held against from now on. */
  pageStands(): void {
    this.#standing = this.#page.innerText;
  }
}
