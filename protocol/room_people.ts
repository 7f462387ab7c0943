import { z } from "zod";

const id = z.string().min(1).max(64).describe("The client's own; the answer names it");
const attemptId = z.string().min(1).max(64);

/** Takes a student over, so that the other proctors see who looks after them; a second time changes nothing. */
export const TakeStudent = z.strictObject({
  type: z.literal("take"),
  id,
  attempt_id: attemptId,
  seen: z.string().max(100).nullable().describe(
    "Who has the student as this client knows it, null for nobody: where somebody else has meanwhile, it is refused",
  ),
});
export type TakeStudent = z.infer<typeof TakeStudent>;

/** Gives a student back whom one has taken; refused where somebody else has them. */
export const GiveBack = z.strictObject({ type: z.literal("give_back"), id, attempt_id: attemptId });
export type GiveBack = z.infer<typeof GiveBack>;

/** Says whom a proctor looks at: whose drawer is open. Not answered; sent again after each connection. */
export const LookAt = z.strictObject({
  type: z.literal("look"),
  attempt_id: attemptId.nullable().describe("Null for nobody"),
});
export type LookAt = z.infer<typeof LookAt>;

/** Students whom one account looks at, at most: one for each page that is open. */
export const MOST_LOOKS = 8;

/** Somebody of the staff who is in a room, on however many pages. */
export const Present = z.strictObject({
  name: z.string().describe("Username"),
  looks_at: z.array(z.string()).max(MOST_LOOKS).describe("Attempts whose drawers are open"),
});
export type Present = z.infer<typeof Present>;

/** Everybody of the staff who is in the room, by name, on whichever instance: on joining, and when it changes. */
export const People = z.strictObject({ type: z.literal("people"), people: z.array(Present) });
export type People = z.infer<typeof People>;
