import { z } from "zod";

/** The public half of a key that receipts, ends and exports are signed with. */
export const EvidenceKey = z.strictObject({
  key_id: z.string().describe("Thumbprint of the key (RFC 7638, SHA-256, base64url)"),
  algorithm: z.literal("Ed25519"),
  public_key: z.string().regex(/^[A-Za-z0-9_-]{43}$/).describe("The key's 32 bytes (base64url)"),
});
export type EvidenceKey = z.infer<typeof EvidenceKey>;

/** `GET /.well-known/invigil-evidence.json`: the keys that this server signs with. */
export const EvidenceKeys = z.strictObject({ keys: z.array(EvidenceKey) });
export type EvidenceKeys = z.infer<typeof EvidenceKeys>;

/** What an attempt's first entry ties the whole log to. The context that the entry names ties accommodations and scoring. */
export const Binding = z.strictObject({
  attempt_id: z.string(),
  exam_id: z.string(),
  paper: z.string().describe("SHA-256 (hex) of what the student was given to read"),
  policy: z.string().describe("SHA-256 (hex) of the exam's policy"),
  student: z.string().describe("Salted SHA-256 (hex) of name and number; the salt is kept beside the log"),
});
export type Binding = z.infer<typeof Binding>;
