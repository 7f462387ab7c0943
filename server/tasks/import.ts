/**
 * `deno task import FILE [--format F]`: an exam document with the questions of a file, as JSON to standard output. What was not
 * understood goes to standard error, by line, with exit code 2. Stores nothing.
 *
 * @module
 */
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { MAX_IMPORT_BYTES } from "../../protocol/limits.ts";
import { ImportFormat } from "../../protocol/transfer.ts";
import { importText } from "../../words/import_note.ts";
import { ENGLISH } from "../../words/languages.ts";
import { withoutPictures, withTexts } from "../exams/transfer/shared/picture_texts.ts";
import { Readings } from "../exams/transfer/apart/readings.ts";
import { runTask } from "./run_task.ts";

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: "string" } } });
  const format = ImportFormat.optional().safeParse(values.format);
  if (positionals.length !== 1 || !format.success) {
    throw new RangeError(`Usage: deno task import FILE [--format ${ImportFormat.options.join("|")}]`);
  }
  const [path] = positionals;
  if ((await Deno.stat(path)).size > MAX_IMPORT_BYTES) {
    throw new RangeError(`${path} is over ${MAX_IMPORT_BYTES} bytes.`);
  }
  const read = await new Readings().read(await Deno.readFile(path), format.data ?? null, true);
  const { sections, pools, pictures, notes } = read;
  if (pictures.size > 0) {
    notes.push({ level: "warning", told: { key: "pictures_left_out", values: { names: `${pictures.size}` } } });
  }
  const title = basename(path, extname(path));
  const code = title.toUpperCase().replace(/[^A-Z0-9-]+/g, "-").slice(0, 32).padEnd(3, "-");
  const document = {
    code,
    title,
    duration_minutes: 60,
    questions: read.questions,
    ...(sections.length > 0 && { sections }),
    ...(pools.length > 0 && { pools }),
  };
  // A document holds no pictures: they are only said.
  const written = withTexts(document, (text) => withoutPictures(text, (id) => pictures.has(id)));
  console.log(JSON.stringify(written, null, 2));
  for (const note of notes) {
    const page = note.page === undefined ? "" : `page ${note.page}: `;
    const place = note.line === undefined ? page : `line ${note.line}: `;
    console.error(`${path}: ${place}${note.level}: ${importText(note, ENGLISH)}`);
  }
  return notes.length === 0 ? 0 : 2;
}

if (import.meta.main) await runTask(main);
