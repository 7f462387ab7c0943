import { z } from "zod";

/** What a proctor writes to a student: a message, or a warning. */
export const NoticeKind = z.enum(["message", "warning"]);

/**
 * How far a notice has come beside being sent: over a connection that was alive, and read by the student's own word; or taken
 * back before it went out. Of what else the student is told, seen is what their page has shown them.
 */
export const NoticeStep = z.enum(["delivered", "seen", "withdrawn"]);
export type NoticeStep = z.infer<typeof NoticeStep>;

/** How far the last thing that a proctor did to an attempt has come. */
export const DeedStand = z.strictObject({
  id: z.string().describe("Of the proctor's action"),
  n: z.int().describe("Number of its entry in the attempt's log"),
  step: z.enum(["sent", ...NoticeStep.options]),
});
export type DeedStand = z.infer<typeof DeedStand>;

/** A word from a proctor, kept until its student has seen it. */
export const Notice = z.strictObject({
  id: z.string().min(1).max(20).describe("Sent back in `seen`"),
  kind: NoticeKind,
  text: z.string(),
  at: z.number().describe("Server time, ms since 1970"),
});
export type Notice = z.infer<typeof Notice>;
