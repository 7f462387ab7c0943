import type { Notice } from "../../protocol/notice.ts";
import type { Hideable } from "./exam_model.ts";
import type { Outcome } from "./student_call.ts";

/** What a student can do on the exam's page; {@link ExamSession} does it. */
export interface ExamActions {
  edit(question: string, after: string, caret: number | undefined, inputType: string, data: string | null): void;
  /** Tells of a field that text is written in. @returns A function that forgets it. */
  field(read: () => void): () => void;
  select(question: string, choices: readonly string[]): void;
  open(index: number): void;
  toggleFlag(question: string): void;
  toggleHidden(what: Hideable): void;
  review(): void;
  submit(): void;
  acknowledge(notice: Notice): void;
  /** Asks for a proctor. @returns False where nobody can be told now. */
  call(text: string): boolean;
  /** Back from a break, before it is over. */
  endBreak(): void;
  /** Loads the page anew, which takes the exam over to this tab. */
  reload(): void;
  download(): Promise<Outcome<Blob>>;
  /** What the server takes no more, as a file to hand over. */
  lateWork(): Blob;
}
