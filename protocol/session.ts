import { z } from "zod";
import { StaffRole } from "./exam.ts";

/** `POST /api/session`. */
export const SessionBody = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  code: z.string().max(20).optional().describe("One-time code, where the account has a second factor"),
});
export const SessionAnswer = z.strictObject({
  token: z.string(),
  role: StaffRole,
  expires_at: z.number().describe("Server time, ms since 1970"),
});
