import type { Notice } from "../../protocol/notice.ts";
import type { StudentToServer } from "../../protocol/student_messages.ts";
import type { Hideable } from "./exam_model.ts";
import type { RuleName } from "../../protocol/sitting_rules.ts";
import type { FileUploads } from "./file_uploads.ts";
import type { Outcome } from "./student_call.ts";

type Practised = Extract<StudentToServer, { type: "practice" }>["events"];

/** What the field of an answer does. */
export interface AnswerActions {
  edit(question: string, after: string, caret: number | undefined, inputType: string, data: string | null): void;
  /** Tells of a field that text is written in. @returns A function that forgets it. */
  field(read: () => void): () => void;
  select(question: string, choices: readonly string[]): void;
  /** Files that are handed in; none in a practice or a preview, where no server takes them. */
  files?: FileUploads;
}

/** What a student can do on the exam's page; {@link ExamSession} does it. */
export interface ExamActions extends AnswerActions {
  files: FileUploads;
  open(index: number): void;
  /** Leaves questions for good, where that was asked. */
  goOn(): void;
  /** Does not leave them. */
  stay(): void;
  toggleFlag(question: string): void;
  toggleHidden(what: Hideable): void;
  /** The end was warned of, so many minutes before; null where it is farther away again. */
  warned(minutes: number | null): void;
  /** A rule of the exam was said. */
  told(rule: RuleName): void;
  review(): void;
  submit(): void;
  acknowledge(notice: Notice): void;
  /** Asks for a proctor. @returns False where nobody can be told now. */
  call(text: string): boolean;
  /** Puts own words to what was recorded around a moment, attempt time in ms. */
  say(text: string, t: number | null): Promise<Outcome<unknown>>;
  /** Tells how keys of a practice were typed. @returns False where nobody can be told now. */
  practise(events: Practised): boolean;
  /** Takes a break that needs no asking. @returns False where nobody can be told now. */
  takeBreak(): boolean;
  /** Back from a break, before it is over. */
  endBreak(): void;
  /** Loads the page anew, which takes the exam over to this tab. */
  reload(): void;
  download(): Promise<Outcome<Blob>>;
  /** What the server takes no more, as a file to hand over. */
  lateWork(): Blob;
  /** What opens the own result stays on this device, or goes with this tab. */
  keepResult(isKept: boolean): void;
}
