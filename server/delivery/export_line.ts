import { z } from "zod";
import { FileId } from "../../protocol/attempt_file.ts";
import { Accommodations, AttemptState, KnownStudent } from "../../protocol/exam.ts";
import { EvidenceKey } from "../../protocol/evidence.ts";
import { Flag } from "../../protocol/flag.ts";
import { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { AuditEntry } from "../../protocol/staff.ts";
import { AttemptSeal } from "../evidence/seal.ts";
import { ExamRevision } from "../store/exam_revision_store.ts";
import { Exam } from "../store/exam_store.ts";
import { MediaType } from "../../protocol/media.ts";
import { Tombstone } from "../store/tombstone_store.ts";

/** Version of the export's format. */
export const EXPORT_FORMAT = 2;

const line = z.int().min(1);
const attempt_id = z.string();

/** A signature of the export's key: `server/evidence/statements.ts` says of what. */
const signature = z.string();

/** First line: the exam, when it was exported, and the key that all signatures of the file are of. */
const ExamLine = z.strictObject({
  line,
  kind: z.literal("exam"),
  format: z.literal(EXPORT_FORMAT),
  exported_at: z.number(),
  key: EvidenceKey,
  with_files: z.literal(true).optional().describe("Whether pictures and handed-in files stand in it, with every byte"),
  exam: Exam,
  signature,
});

/** Some of the bytes of a picture or file; the parts of one stand together, in their order. */
const contentPart = {
  at: z.int().min(0).describe("How many bytes stand before"),
  of: z.int().min(1).describe("How many there are of it"),
  data: z.base64().min(1),
};
export type ContentPart = z.infer<z.ZodObject<typeof contentPart>>;

/** A picture that one of the exam's documents refers to, behind those. */
const PictureLine = z.strictObject({
  line,
  kind: z.literal("picture"),
  media_id: z.string().describe("SHA-256 (base64url) of its bytes"),
  type: MediaType,
  ...contentPart,
});

/** A document of the exam that was replaced and is kept; these follow the exam's line. */
const RevisionLine = z.strictObject({ line, kind: z.literal("revision"), revision: ExamRevision, signature });

/** Attempts that there were when the export began, in the order in which they follow; many stand on several lines. */
const ManifestLine = z.strictObject({
  line,
  kind: z.literal("manifest"),
  first: z.int().min(1).describe("Number of its first attempt, from 1"),
  attempts: z.array(z.string()),
  is_last: z.boolean(),
  signature,
});

/** Begins an attempt: who sat it, under which terms. Its other lines follow until its `head`. */
const AttemptLine = z.strictObject({
  line,
  kind: z.literal("attempt"),
  attempt_id,
  revision: z.int().min(1).optional().describe("Of the exam that it was begun under; the first one when absent"),
  student: KnownStudent,
  student_salt: z.string().nullable().describe("Of the hash in the first entry; null where a seal stands in for it"),
  started_at: z.number(),
  accommodations: Accommodations,
  consent: z.string().nullable(),
  state: AttemptState,
  deadline: z.number(),
  are_events_kept: z.boolean().describe("False once raw events were removed when their time was over"),
});

/** What stands in for the first entry of a log of before, or for a log that was removed. */
const SealLine = z.strictObject({ line, kind: z.literal("seal"), attempt_id, seal: AttemptSeal });

/** A scoring context, before the attempt's first entry that names it. */
const ContextLine = z.strictObject({
  line,
  kind: z.literal("context"),
  attempt_id,
  context_id: z.string(),
  context: ScoringContext,
});

/** A log entry; `entry` is the stored bytes themselves, which the next entry's `prev` is the hash of. */
const EntryLine = z.strictObject({ line, kind: z.literal("entry"), attempt_id, entry: LogEntry });

/** A file that an entry of the attempt's log says was handed in. */
const FileLine = z.strictObject({
  line,
  kind: z.literal("file"),
  attempt_id,
  file_id: FileId.describe("SHA-256 (hex) of its bytes, as in the entry"),
  ...contentPart,
});

/** What the attempt's last report says. */
const ReportLine = z.strictObject({ line, kind: z.literal("report"), attempt_id, report: RiskReport });

const FlagLine = z.strictObject({ line, kind: z.literal("flag"), attempt_id, flag: Flag });

/** Ends an attempt: the log's end, signed as a receipt is. */
const HeadLine = z.strictObject({
  line,
  kind: z.literal("head"),
  attempt_id,
  n: z.int().min(0),
  chain: z.string(),
  last_seq: z.int().min(0),
  signature,
});

/** What is left of an attempt that was removed. */
const TombstoneLine = z.strictObject({ line, kind: z.literal("tombstone"), tombstone: Tombstone, signature });

/** Hashes of the entries of a log that was removed, behind its tombstone; many stand on several lines. */
const LinksLine = z.strictObject({
  line,
  kind: z.literal("links"),
  attempt_id,
  first: z.int().min(1).describe("Number of the first of these entries"),
  hashes: z.array(z.string()).min(1),
});

/** A line of the audit log about the exam or one of its attempts. */
const ActionLine = z.strictObject({ line, kind: z.literal("action"), action: AuditEntry });

/** Last line: how many of each there were, and a signature of it and of all before. */
const EndLine = z.strictObject({
  line,
  kind: z.literal("end"),
  attempts: z.int(),
  entries: z.int(),
  flags: z.int(),
  actions: z.int(),
  tombstones: z.int(),
  signature,
});

/** A line of an export, without the hash that seals it. */
export const ExportLine = z.discriminatedUnion("kind", [
  ExamLine,
  RevisionLine,
  PictureLine,
  ManifestLine,
  AttemptLine,
  SealLine,
  ContextLine,
  EntryLine,
  FileLine,
  ReportLine,
  FlagLine,
  HeadLine,
  TombstoneLine,
  LinksLine,
  ActionLine,
  EndLine,
]);
export type ExportLine = z.infer<typeof ExportLine>;

/** What an export counts, in the order in which its last line is signed. */
export type ExportCounts = Record<(typeof COUNTED)[number], number>;
export const COUNTED = ["attempts", "entries", "flags", "actions", "tombstones"] as const;

/** What stands before an entry's stored bytes in its line. */
export function entryPrefix(attemptId: string): string {
  return `{"kind":"entry","attempt_id":${JSON.stringify(attemptId)},"entry":`;
}
