import type { AttemptFile } from "../../protocol/attempt_file.ts";
import { MAX_ATTEMPT_FILES, MEBIBYTE } from "../../protocol/limits.ts";
import { paperQuestion } from "../../protocol/items/registry.ts";
import { said } from "../../words/refusal.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import type { ForwardPath } from "../attempts/forward_path.ts";
import { Refusal } from "../errors.ts";
import { sha256Hex } from "../log/hash.ts";
import type { Write } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
import { sniff } from "./media_type.ts";

/** A file as it came. */
export interface NewFile {
  question: string;
  name: string;
  bytes: Uint8Array;
}

/** A file whose bytes are kept, and the write that makes it the attempt's. */
export interface KeptFile {
  file: AttemptFile;
  writes: Write[];
}

/**
 * Checks a file that a student hands in and keeps its bytes. It is the attempt's once the writes are carried out, with the
 * log's entry in one atomic. The same file again is the same one.
 *
 * @throws {Refusal} `not_found`; `invalid` where the question asks for no file, or for no such file; `too_large`;
 * `wrong_state` where the attempt does not run, the question was left for good, or the attempt has its number of files.
 */
export async function keepFile(
  attempts: Attempts,
  attemptId: string,
  { question: id, name, bytes }: NewFile,
): Promise<KeptFile> {
  const { stores } = attempts;
  const view = await attempts.view(attemptId);
  const question = fileQuestionOf(view, id);
  if (view.head.state !== "active") {
    throw new Refusal("wrong_state", said("cannot_hand_in_file", { state: view.head.state }));
  }
  const most = question.max_megabytes * MEBIBYTE;
  if (bytes.length > most) throw new Refusal("too_large", said("file_too_large", { bytes: most }));
  const sniffed = sniff(bytes);
  if (sniffed === null || !question.accept.includes(sniffed.kind)) throw new Refusal("invalid", "file_kind_not_taken");
  const fileId = sha256Hex(bytes);
  const kept = await stores.attemptFiles.list(attemptId);
  const known = kept.find((file) => file.question === id && file.file_id === fileId && file.name === name);
  if (known !== undefined) return { file: known, writes: [] };
  refuseFileLeft(view.folded.path, id);
  refuseTooMany(kept);
  await stores.attemptFiles.keepBytes(attemptId, fileId, bytes);
  const { mediaType } = sniffed;
  const file = {
    file_id: fileId,
    question: id,
    name,
    media_type: mediaType,
    bytes: bytes.length,
    received_at: attempts.now(),
  };
  return { file, writes: [stores.attemptFiles.put(attemptId, file)] };
}

/**
 * Asks once more what may have changed while a file's bytes were kept; its attempt's files wait for each other there.
 *
 * @throws {Refusal} `wrong_state`
 */
export async function requireFileRoom(
  { attemptFiles }: Pick<Stores, "attemptFiles">,
  attemptId: string,
): Promise<void> {
  refuseTooMany(await attemptFiles.list(attemptId));
}

function refuseTooMany(kept: readonly AttemptFile[]): void {
  if (kept.length < MAX_ATTEMPT_FILES) return;
  throw new Refusal("wrong_state", said("too_many_files", { most: MAX_ATTEMPT_FILES }));
}

/** @throws {Refusal} `wrong_state` for a file to a question that was left for good. */
export function refuseFileLeft(path: Pick<ForwardPath, "isLeft">, question: string): void {
  if (path.isLeft(question)) throw new Refusal("wrong_state", "file_question_left");
}

function fileQuestionOf({ exam }: Pick<AttemptView, "exam">, id: string) {
  const question = exam.document.questions.find((one) => one.id === id);
  if (question === undefined) throw new Refusal("not_found", "no_such_question");
  const paper = paperQuestion(question);
  if (paper.type !== "file") throw new Refusal("invalid", "no_file_question");
  return paper;
}
