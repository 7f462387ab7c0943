import { z } from "zod";

/** What a proctor writes to a student: a message, or a warning. */
export const NoticeKind = z.enum(["message", "warning"]);

/** How far a notice has come beside being sent: over a connection that was alive, and read by the student's own word. */
export const NoticeStep = z.enum(["delivered", "seen"]);
export type NoticeStep = z.infer<typeof NoticeStep>;

/** A word from a proctor, kept until its student has seen it. */
export const Notice = z.strictObject({
  id: z.string().min(1).max(20).describe("Sent back in `seen`"),
  kind: NoticeKind,
  text: z.string(),
  at: z.number().describe("Server time, ms since 1970"),
});
export type Notice = z.infer<typeof Notice>;
