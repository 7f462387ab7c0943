import type { Env } from "markdown-it";

/** What a rendering needs besides the text. */
export interface MarkdownEnvironment extends Env {
  /** Exam whose pictures the text may show; none where absent. */
  examId?: string;
  /**
   * Language in which formulas are named, where the text names something: a choice, a thing to match. Null: the exam does not say
   * which. Absent: the text names nothing.
   */
  nameIn?: string | null;
}
