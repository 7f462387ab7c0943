import { z } from "zod";
import { Question } from "../../../../protocol/items/registry.ts";
import { Pool } from "../../../../protocol/pools.ts";
import { Section } from "../../../../protocol/sections.ts";
import { ImportedPicture, ImportFormat } from "../../../../protocol/transfer.ts";
import { ENGLISH } from "../../../../words/languages.ts";
import { isRefusalKey, type Said } from "../../../../words/refusal.ts";
import type { ImportTold, Note } from "../shared/found.ts";

const Sentence = z.strictObject({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

const Told = z.custom<ImportTold>((value) => {
  const { success, data } = Sentence.safeParse(value);
  return success && Object.hasOwn(ENGLISH.sentences.imports, data.key);
});

const SaidOf = z.custom<Said>((value) => {
  const { success, data } = Sentence.safeParse(value);
  return success && isRefusalKey(data.key);
});

const NoteLine: z.ZodType<Note> = z.strictObject({
  level: z.enum(["error", "warning"]),
  told: Told,
  problem: SaidOf.optional(),
  item: z.int().optional(),
  line: z.int().optional(),
  page: z.int().optional(),
  file: z.string().optional(),
});

/** What a reader says of its file, a line of JSON each; the last one is `end`, `refused` or `fault`. */
export const ReaderLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("question"), question: Question }),
  z.strictObject({ kind: z.literal("note"), note: NoteLine }),
  z.strictObject({ kind: z.literal("section"), section: Section }),
  z.strictObject({ kind: z.literal("pool"), pool: Pool }),
  z.strictObject({ kind: z.literal("picture"), picture: ImportedPicture }),
  z.strictObject({ kind: z.literal("end"), format: ImportFormat }),
  z.strictObject({ kind: z.literal("refused"), said: SaidOf }),
  z.strictObject({ kind: z.literal("fault"), message: z.string() }),
]);
export type ReaderLine = z.infer<typeof ReaderLine>;

/** What a reader is given. */
export const ReaderTask = z.strictObject({
  bytes: z.instanceof(Uint8Array<ArrayBuffer>),
  format: ImportFormat.nullable(),
  /** Whether sections, pools and pictures are read too. */
  isWhole: z.boolean(),
  /** Whether a process of its own bounds what reading takes. */
  isApart: z.boolean(),
});
export type ReaderTask = z.infer<typeof ReaderTask>;
