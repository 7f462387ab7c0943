import { z } from "zod";
import { ReplayPage } from "./replay.ts";

/** What the page of checking asks its worker. */
export interface VerifyTask {
  file: File;
  /** As somebody typed them; empty for none. */
  key: string;
  receipts: string;
}

const signed = {
  hash: z.string(),
  public_key: z.string(),
  is_key_confirmed: z.boolean(),
  fitting: z.number().describe("Receipts that fit"),
};

/** What checking came to. */
export const VerifyAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unreadable"), what: z.enum(["key", "receipts", "file"]) }),
  z.object({
    kind: z.literal("misfit"),
    line: z.number(),
    what: z.string().describe("In English, as `verify` says it"),
    attempt_id: z.string().nullable(),
    n: z.number().nullable(),
  }),
  z.object({
    kind: z.literal("export"),
    ...signed,
    title: z.string(),
    lines: z.number(),
    attempts: z.number(),
    entries: z.number(),
    not_replayed: z.number(),
  }),
  z.object({
    kind: z.literal("proof"),
    ...signed,
    title: z.string(),
    language: z.string().optional(),
    student: z.string(),
    number: z.string().nullable(),
    started_at: z.number(),
    ended_at: z.number().nullable(),
    made_at: z.number(),
    whole: z.number(),
    told: z.number(),
    hidden: z.number(),
    typed: z.number(),
    arrived: z.number(),
    gone: z.number(),
    risk: z.number().nullable(),
    peak: z.number().nullable(),
    is_replayed: z.boolean(),
    timeline: z.array(z.tuple([z.number(), z.number()])).describe("Attempt time in ms and risk, as replayed here"),
    replay: ReplayPage.omit({ questions: true }),
  }),
]);
export type VerifyAnswer = z.infer<typeof VerifyAnswer>;
