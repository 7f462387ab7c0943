import type { AttemptFile, MEDIA_TYPES } from "../../protocol/attempt_file.ts";

/** What a file's name ends with, by what its content is: the student's own ending may say anything. */
const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "text/plain; charset=utf-8": "txt",
} satisfies Record<typeof MEDIA_TYPES[keyof typeof MEDIA_TYPES][number], string>;

/**
 * An attempt's files by number and kind, in the order that they are given in: what a student called them may be their own name.
 * Those of a question are counted as they came.
 */
export function namelessFiles(files: readonly AttemptFile[]): AttemptFile[] {
  return files.map((file) => {
    const before = files.filter((other) => other.question === file.question && cameBefore(other, file)).length;
    const ending = ENDINGS[file.media_type];
    return { ...file, name: ending === undefined ? String(before + 1) : `${before + 1}.${ending}` };
  });
}

const KNOWN_ENDINGS: ReadonlySet<string> = new Set(Object.values(ENDINGS));

/**
 * A file question's answer by number and kind, in the same way. An ending that is no kind of file that we take is left out: it may
 * be a name as well.
 *
 * @param choices A file each, `id=name`.
 */
export function namelessChoices(choices: readonly string[]): string[] {
  return choices.map((choice, index) => {
    const [fileId] = choice.split("=", 1);
    const ending = choice.split(".").at(-1)?.toLowerCase() ?? "";
    return `${fileId}=${index + 1}${KNOWN_ENDINGS.has(ending) ? `.${ending}` : ""}`;
  });
}

function cameBefore(one: AttemptFile, other: AttemptFile): boolean {
  return one.received_at < other.received_at || (one.received_at === other.received_at && one.file_id < other.file_id);
}
