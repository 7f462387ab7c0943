/**
 * Reads one file, in a thread of its own: gets a `ReaderTask`, and posts texts with lines of `ReaderLine`.
 *
 * @module
 */
import { Refusal } from "../../../errors.ts";
import { importedPicture } from "../shared/base64_picture.ts";
import { readFile } from "../read_file.ts";
import { type ReaderLine, ReaderTask } from "./reader_line.ts";

/** Lines that are posted at a time. */
const LINES = 200;

async function* linesOf({ bytes, format, isWhole, isApart }: ReaderTask): AsyncGenerator<ReaderLine> {
  try {
    const read = await readFile(bytes, format, { isWhole, isApart });
    for (const section of read.sections) yield { kind: "section", section };
    for (const pool of read.pools) yield { kind: "pool", pool };
    for (const picture of read.pictures.values()) yield { kind: "picture", picture: importedPicture(picture) };
    for (const question of read.questions) yield { kind: "question", question };
    for (const note of read.notes) yield { kind: "note", note };
    yield { kind: "end", format: read.format };
  } catch (error) {
    if (error instanceof Refusal) yield { kind: "refused", said: error.said };
    else yield { kind: "fault", message: error instanceof Error ? `${error.stack}` : `${error}` };
  }
}

async function read(task: ReaderTask): Promise<void> {
  let lines: string[] = [];
  const post = () => globalThis.postMessage(lines.map((line) => `${line}\n`).join(""));
  for await (const line of linesOf(task)) {
    if (lines.push(JSON.stringify(line)) < LINES) continue;
    post();
    lines = [];
  }
  post();
}

globalThis.addEventListener("message", ({ data }: MessageEvent) => {
  // The PDF reader says things of its own here.
  const task = ReaderTask.safeParse(data);
  if (task.success) void read(task.data);
});
