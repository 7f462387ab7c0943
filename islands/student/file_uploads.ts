import { type Signal, signal } from "@preact/signals";
import type { AttemptFile } from "../../protocol/attempt_file.ts";
import { type FailedCall, isPassing, type Outcome } from "./student_call.ts";

/** A file on its way, or one that did not arrive. */
export interface Upload {
  id: number;
  question: string;
  file: File;
  /** Share that is sent, in [0, 1]. */
  sent: number;
  /** Why it did not arrive; null while it is under way. */
  failure: FailedCall | null;
}

interface UploadParts {
  send(question: string, file: File, onProgress: (share: number) => void): Promise<Outcome<AttemptFile>>;
  /** The answer gets a file. @returns False where nothing can be written now. */
  add(question: string, choice: string): boolean;
  /** Resolves after so many ms. */
  wait(ms: number): Promise<void>;
}

/** How long to wait before a file is sent again, ms; then it is left to the student. */
const AGAIN_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

/** Nothing could be written when the file had arrived: the exam stood still. It is sent again, which costs little. */
const HELD: FailedCall = { status: 409, code: "wrong_state", message: null, path: "" };

/** Files on their way to the server. They go on while the student is at another question. */
export class FileUploads {
  readonly uploads: Signal<readonly Upload[]> = signal([]);
  readonly #parts: UploadParts;
  #nextId = 1;

  constructor(parts: UploadParts) {
    this.#parts = parts;
  }

  /** Sends a file, and puts it into the answer once the server has it. */
  begin(question: string, file: File): void {
    const upload: Upload = { id: this.#nextId++, question, file, sent: 0, failure: null };
    this.uploads.value = [...this.uploads.value, upload];
    void this.#send(upload);
  }

  /** Sends one again that did not arrive. */
  again({ id }: Pick<Upload, "id">): void {
    const upload = this.uploads.value.find((one) => one.id === id);
    if (upload === undefined) return;
    this.#change(id, { failure: null, sent: 0 });
    void this.#send(upload);
  }

  /** Forgets one that did not arrive. */
  forget({ id }: Pick<Upload, "id">): void {
    this.uploads.value = this.uploads.value.filter((one) => one.id !== id);
  }

  async #send({ id, question, file }: Upload): Promise<void> {
    for (let tries = 0;; tries++) {
      const outcome = await this.#parts.send(question, file, (sent) => this.#change(id, { sent }));
      if (outcome.ok) {
        const isAdded = this.#parts.add(question, `${outcome.value.file_id}=${outcome.value.name}`);
        return isAdded ? this.forget({ id }) : this.#change(id, { failure: HELD });
      }
      const waitMs = AGAIN_AFTER_MS[tries];
      if (!isPassing(outcome.failure) || waitMs === undefined) return this.#change(id, { failure: outcome.failure });
      await this.#parts.wait(waitMs);
    }
  }

  #change(id: number, change: Partial<Upload>): void {
    this.uploads.value = this.uploads.value.map((one) => one.id === id ? { ...one, ...change } : one);
  }
}
