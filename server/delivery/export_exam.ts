import type { LogEntry } from "../../protocol/log_entry.ts";
import type { AuditEntry } from "../../protocol/staff.ts";
import { Contexts } from "../attempts/contexts.ts";
import { loadFold } from "../attempts/load_attempt.ts";
import { storedAttempt } from "../attempts/stored_attempt.ts";
import { hashOf } from "../evidence/exam_hashes.ts";
import { openSigner, type Signer } from "../evidence/signing.ts";
import {
  endStatement,
  examStatement,
  exportStatement,
  manifestStatement,
  revisionStatement,
  tombstoneStatement,
} from "../evidence/statements.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { ExamRevision } from "../store/exam_revision_store.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import type { Tombstone } from "../store/tombstone_store.ts";
import { fileLines, pictureLines } from "./content_lines.ts";
import { COUNTED, entryPrefix, EXPORT_FORMAT, type ExportCounts, type ExportLine } from "./export_line.ts";
import { FlagStates } from "./flag_states.ts";
import { LineSealer } from "./sealed_lines.ts";

type Unnumbered<Line> = Line extends unknown ? Omit<Line, "line"> : never;
type Fields = Unnumbered<Exclude<ExportLine, { kind: "entry" }>>;

/** Attempts of one line of the manifest. */
const MANIFEST_ATTEMPTS = 5_000;

const COUNTS = new Map<string, keyof ExportCounts>(COUNTED.map((count) => [count.slice(0, -1), count]));

const decoder = new TextDecoder();

/**
 * An exam's evidence as sealed and signed lines of NDJSON, one at a time: whoever reads slowly is waited
 * for. May run beside the server on the same store: it holds the attempts that there are when it begins, each up to the
 * end that its log has when its turn comes.
 *
 * @param withFiles Whether the bytes of pictures and of files that were handed in stand in it, too.
 */
export async function* exportExam(
  stores: Stores,
  exam: Exam,
  now: () => number,
  { withFiles = false }: { withFiles?: boolean } = {},
): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const signer = await openSigner(stores.secrets);
  const counts: ExportCounts = { attempts: 0, entries: 0, flags: 0, actions: 0, tombstones: 0 };
  for await (const fields of exportLines({ stores, signer, exam, now, withFiles })) {
    const counted = typeof fields === "string" ? "entries" : COUNTS.get(fields.kind);
    if (counted !== undefined) counts[counted]++;
    yield sealer.seal(typeof fields === "string" ? fields : JSON.stringify(fields));
  }
  const signature = signer.sign(exportStatement(sealer.hash, COUNTED.map((count) => counts[count])));
  yield sealer.seal(JSON.stringify({ kind: "end", ...counts, signature } satisfies Fields));
}

interface Wanted {
  stores: Stores;
  signer: Signer;
  exam: Exam;
  now: () => number;
  withFiles: boolean;
}

/** The lines' fields; an entry's as text, because its stored bytes stand in it as they are. */
async function* exportLines(
  { stores, signer, exam, now, withFiles }: Wanted,
): AsyncGenerator<Fields | string> {
  const exportedAt = now();
  const signature = signer.sign(examStatement(exportedAt, hashOf(exam)));
  yield {
    kind: "exam",
    format: EXPORT_FORMAT,
    exported_at: exportedAt,
    key: signer.key,
    ...(withFiles && { with_files: true }),
    exam,
    signature,
  };
  const attemptIds = await presentAttempts(stores, exam.examId);
  const documents = new Map([[revisionOf(exam), exam]]);
  for await (const revision of replacedDocuments(stores, exam)) {
    documents.set(revision.revision, { ...exam, document: revision.document });
    const signature = signer.sign(revisionStatement(exportedAt, hashOf(revision)));
    yield { kind: "revision", revision, signature };
  }
  if (withFiles) yield* pictureLines(stores, exam.examId, [...documents.values()].map(({ document }) => document));
  yield* manifestLines(signer, exam.examId, exportedAt, attemptIds);
  const contexts = new Contexts(stores, now);
  for (const attemptId of attemptIds) {
    // Read in this order, an attempt that is removed meanwhile is there, or its tombstone is.
    const stored = await storedAttempt(stores, attemptId);
    const tombstone = await stores.tombstones.get(attemptId);
    if (tombstone !== null) {
      yield { kind: "tombstone", tombstone, signature: signer.sign(tombstoneStatement(exportedAt, hashOf(tombstone))) };
      yield* linkLines(stores, tombstone);
    }
    if (stored === null || tombstone?.removed === "everything") continue;
    const asGiven = documents.get(stored.record.revision ?? 1) ?? exam;
    yield* attemptLines(
      { stores, signer, contexts, exam: asGiven, exportedAt, withFiles },
      attemptId,
      stored,
      tombstone === null,
    );
  }
  for await (const action of actionsOf(stores, exam, new Set(attemptIds))) yield { kind: "action", action };
}

/** Attempts of which something is there. A backup that was taken while students came in may name one that it does not hold. */
async function presentAttempts({ attempts, examAttempts, tombstones }: Stores, examId: string): Promise<string[]> {
  const present: string[] = [];
  for await (const attemptId of examAttempts.list(examId)) {
    const isThere = await attempts.getHead(attemptId) !== null || await tombstones.get(attemptId) !== null;
    if (isThere) present.push(attemptId);
  }
  return present;
}

/** The exam's documents that were replaced and are kept, oldest first. */
async function* replacedDocuments({ examRevisions }: Stores, exam: Exam): AsyncGenerator<ExamRevision> {
  for (let revision = 1; revision < revisionOf(exam); revision++) {
    const replaced = await examRevisions.get(exam.examId, revision);
    if (replaced !== null) yield replaced;
  }
}

async function* linkLines({ links }: Stores, { attempt_id, links: hash }: Tombstone): AsyncGenerator<Fields> {
  if (hash === undefined) return;
  let first = 1;
  for await (const hashes of links.read(attempt_id)) {
    yield { kind: "links", attempt_id, first, hashes };
    first += hashes.length;
  }
}

function* manifestLines(
  signer: Signer,
  examId: string,
  exportedAt: number,
  attemptIds: readonly string[],
): Generator<Fields> {
  for (let from = 0; from === 0 || from < attemptIds.length; from += MANIFEST_ATTEMPTS) {
    const attempts = attemptIds.slice(from, from + MANIFEST_ATTEMPTS);
    const part = { first: from + 1, attempts };
    const isLast = from + MANIFEST_ATTEMPTS >= attemptIds.length;
    const signature = signer.sign(manifestStatement({ examId, exportedAt, ...part, isLast }));
    yield { kind: "manifest", ...part, is_last: isLast, signature };
  }
}

interface Source {
  stores: Stores;
  signer: Signer;
  contexts: Contexts;
  exam: Exam;
  exportedAt: number;
  withFiles: boolean;
}

async function* attemptLines(
  { stores, signer, contexts, exam, exportedAt, withFiles }: Source,
  attempt_id: string,
  stored: StoredAttempt,
  are_events_kept: boolean,
): AsyncGenerator<Fields | string> {
  const { record, head } = stored;
  const { n, chain } = head;
  yield {
    kind: "attempt",
    attempt_id,
    ...(record.revision !== undefined && { revision: record.revision }),
    student: record.student,
    student_salt: record.studentSalt ?? null,
    started_at: record.startedAt,
    accommodations: record.accommodations,
    consent: record.consent,
    state: head.state,
    deadline: head.deadline,
    are_events_kept,
  };
  const flags = new FlagStates();
  const files = new Map<string, number>();
  const seal = await stores.seals.get(attempt_id);
  if (seal !== null) {
    flags.takeSeal(seal);
    yield { kind: "seal", attempt_id, seal };
  }
  if (are_events_kept) {
    const told = new Set<LogEntry["context"]>();
    for await (const { entry, bytes } of stores.log.read(attempt_id)) {
      if (entry.n > n) break;
      flags.takeEntry(entry);
      if (entry.kind === "file_received") files.set(entry.file, entry.bytes);
      if (!told.has(entry.context)) {
        told.add(entry.context);
        const context = await contexts.require(entry.context);
        yield { kind: "context", attempt_id, context_id: entry.context, context };
      }
      yield `${entryPrefix(attempt_id)}${decoder.decode(bytes)}}`;
    }
  }
  if (withFiles) yield* fileLines(stores, attempt_id, files);
  const { folded } = await loadFold(stores, contexts, attempt_id, stored, exam);
  if (folded.report !== null) yield { kind: "report", attempt_id, report: folded.report };
  for (const flag of await stores.flags.list(exam.examId, attempt_id)) {
    // One that was raised or decided on since the log was read is told as the log that stands here tells it.
    const state = flags.stateOf(flag.flag_id);
    if (state !== null) yield { kind: "flag", attempt_id, flag: { ...flag, state } };
  }
  const signature = signer.sign(endStatement(exportedAt, { attemptId: attempt_id, n, chain }));
  yield { kind: "head", attempt_id, n, chain, last_seq: head.lastSeq, signature };
}

/** Lines of the audit log about the exam or one of these attempts, oldest first. */
async function* actionsOf(
  stores: Stores,
  { examId, createdAt }: Exam,
  attemptIds: ReadonlySet<string>,
): AsyncGenerator<AuditEntry> {
  // Clocks of several instances may differ a little.
  for await (const line of stores.audit.since(createdAt - 60_000)) {
    const [what, id] = line.about?.split(":") ?? [];
    if (what === "exam" ? id === examId : what === "attempt" && attemptIds.has(id)) yield line;
  }
}
