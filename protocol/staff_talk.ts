import { z } from "zod";
import { MAX_NOTE_CHARACTERS } from "./limits.ts";

/** `talk` is said to the others of the staff now; `handover` stands above the room until another one takes its place. */
export const StaffWordKind = z.enum(["talk", "handover"]);
export type StaffWordKind = z.infer<typeof StaffWordKind>;

/** What somebody of an exam's staff said to the others. No student is told of it, and it is no evidence. */
export const StaffWord = z.strictObject({
  word_id: z.string(),
  at: z.number().describe("Server time, ms since 1970"),
  by: z.string().describe("Username"),
  kind: StaffWordKind,
  text: z.string().describe("Of a hand-over empty where the last one was taken away"),
});
export type StaffWord = z.infer<typeof StaffWord>;

/** What tells a word from all others: ids are of those who say them, and anybody may use one again. */
export function wordKey({ by, word_id }: Pick<StaffWord, "by" | "word_id">): string {
  return `${by} ${word_id}`;
}

/** Words that are told on joining, at most: the newest, and the hand-over that stands. */
export const MOST_WORDS_TOLD = 50;

/** Says something to the exam's staff, on whichever instance. */
export const SayToStaff = z.strictObject({
  type: z.literal("say"),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).describe(
    "The client's own; the answer names it, and a repeated one of the same account is said once",
  ),
  kind: StaffWordKind,
  text: z.string().trim().max(MAX_NOTE_CHARACTERS).describe("Empty only to take the hand-over away"),
});
export type SayToStaff = z.infer<typeof SayToStaff>;

/** What was said: all that is told on joining, and each word as it comes. */
export const StaffTalk = z.strictObject({
  type: z.literal("talk"),
  words: z.array(StaffWord).max(MOST_WORDS_TOLD + 1).describe("Oldest first"),
});
export type StaffTalk = z.infer<typeof StaffTalk>;
