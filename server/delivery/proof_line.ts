import { z } from "zod";
import { AttemptState, KnownStudent, LanguageTag } from "../../protocol/exam.ts";
import { EvidenceKey } from "../../protocol/evidence.ts";
import { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";

/** Version of the format of a student's own account. */
export const PROOF_FORMAT = 1;

const line = z.int().min(1);
const n = z.int().min(1).describe("Number of the entry in the attempt's log");
const instant = z.number().min(0).max(8_640_000_000_000_000).describe(
  "Server time, ms since 1970; a date of any calendar",
);
const hash = z.string().describe("SHA-256 (hex) of the entry's stored bytes, which the next entry names");
const signature = z.string().describe("Of the account's key: `server/evidence/statements.ts` says of what");

/** What an account is about. */
export const ProofHead = z.strictObject({
  exam_id: z.string(),
  title: z.string(),
  language: LanguageTag.optional(),
  attempt_id: z.string(),
  student: KnownStudent,
  student_salt: z.string().nullable().describe("Of the hash in the first entry; null for logs of before there was one"),
  started_at: instant,
  ended_at: instant.nullable(),
  state: AttemptState,
  n: z.int().min(1).describe("Entries of the log"),
  chain: z.string().describe("Hash of the last of them"),
});
export type ProofHead = z.infer<typeof ProofHead>;

/** First line: whose account it is, when it was made, and the key that its signatures are of. */
const HeadLine = z.strictObject({
  line,
  kind: z.literal("proof"),
  format: z.literal(PROOF_FORMAT),
  made_at: instant,
  key: EvidenceKey,
  of: ProofHead,
  receipt: signature,
  signature,
});

/** A scoring context, before the first entry that names it. */
const ContextLine = z.strictObject({
  line,
  kind: z.literal("context"),
  context_id: z.string(),
  context: ScoringContext,
  reduced: z.literal(true).optional().describe(
    "What is usual among too few students to be used, and so that it would tell of single ones, is left out: it is not what its id is the hash of",
  ),
});

/** An entry in its stored bytes. */
const EntryLine = z.strictObject({ line, kind: z.literal("entry"), entry: LogEntry });

/** An entry that names an account of staff, without it: its hash is of the bytes that do. */
const ToldLine = z.strictObject({ line, kind: z.literal("told"), hash, entry: LogEntry });

/** An entry that is staff's own about the attempt: its hash alone. */
const HiddenLine = z.strictObject({ line, kind: z.literal("hidden"), n, hash });

/** Last line. */
const EndLine = z.strictObject({ line, kind: z.literal("end"), entries: z.int().min(1), signature });

/** One line of a student's own account of an attempt. */
export const ProofLine = z.discriminatedUnion("kind", [
  HeadLine,
  ContextLine,
  EntryLine,
  ToldLine,
  HiddenLine,
  EndLine,
]);
export type ProofLine = z.infer<typeof ProofLine>;

/** What stands before an entry's stored bytes in its line. */
export const PROOF_ENTRY_PREFIX = '{"kind":"entry","entry":';

/** Whether a file's first bytes are those of an account, and not of an export. */
export function isProof(begin: string): boolean {
  return begin.startsWith('{"line":1,"kind":"proof",');
}
