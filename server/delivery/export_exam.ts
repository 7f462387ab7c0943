import type { LogEntry } from "../../protocol/log_entry.ts";
import type { AuditEntry } from "../../protocol/staff.ts";
import { Contexts } from "../attempts/contexts.ts";
import { loadFold } from "../attempts/load_attempt.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { entryPrefix, EXPORT_FORMAT, type ExportLine } from "./export_line.ts";
import { LineSealer } from "./sealed_lines.ts";

type Unnumbered<Line> = Line extends unknown ? Omit<Line, "line"> : never;
type Fields = Unnumbered<Exclude<ExportLine, { kind: "entry" }>>;

const decoder = new TextDecoder();

/**
 * Everything that is stored of an exam, as sealed lines of NDJSON, one at a time: whoever reads slowly is waited
 * for. May run beside the server on the same store: each attempt is exported up to the end that its log has when
 * its turn comes.
 */
export async function* exportExam(stores: Stores, exam: Exam, now: () => number): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const counts = { attempts: 0, entries: 0, flags: 0, actions: 0, tombstones: 0 };
  for await (const fields of exportLines(stores, exam, now)) {
    if (typeof fields === "string") counts.entries++;
    else if (fields.kind === "attempt") counts.attempts++;
    else if (fields.kind === "flag") counts.flags++;
    else if (fields.kind === "action") counts.actions++;
    else if (fields.kind === "tombstone") counts.tombstones++;
    yield sealer.seal(typeof fields === "string" ? fields : JSON.stringify(fields));
  }
  yield sealer.seal(JSON.stringify({ kind: "end", ...counts } satisfies Fields));
}

/** The lines' fields; an entry's as text, because its stored bytes stand in it as they are. */
async function* exportLines(stores: Stores, exam: Exam, now: () => number): AsyncGenerator<Fields | string> {
  yield { kind: "exam", format: EXPORT_FORMAT, exported_at: now(), exam };
  const contexts = new Contexts(stores, now);
  for await (const attemptId of stores.examAttempts.list(exam.examId)) {
    const tombstone = await stores.tombstones.get(attemptId);
    if (tombstone !== null) yield { kind: "tombstone", tombstone };
    const stored = await stores.attempts.get(attemptId);
    if (stored === null || tombstone?.removed === "everything") continue;
    yield* attemptLines(stores, contexts, exam, attemptId, stored, tombstone === null);
  }
  for await (const action of actionsOf(stores, exam)) yield { kind: "action", action };
}

async function* attemptLines(
  stores: Stores,
  contexts: Contexts,
  exam: Exam,
  attempt_id: string,
  stored: StoredAttempt,
  are_events_kept: boolean,
): AsyncGenerator<Fields | string> {
  const { record, head } = stored;
  yield {
    kind: "attempt",
    attempt_id,
    student: record.student,
    started_at: record.startedAt,
    accommodations: record.accommodations,
    consent: record.consent,
    state: head.state,
    deadline: head.deadline,
    are_events_kept,
  };
  if (are_events_kept) {
    const told = new Set<LogEntry["context"]>();
    for await (const { entry, bytes } of stores.log.read(attempt_id)) {
      if (entry.n > head.n) break;
      if (!told.has(entry.context)) {
        told.add(entry.context);
        const context = await contexts.require(entry.context);
        yield { kind: "context", attempt_id, context_id: entry.context, context };
      }
      yield `${entryPrefix(attempt_id)}${decoder.decode(bytes)}}`;
    }
  }
  const { folded } = await loadFold(stores, contexts, attempt_id, stored, exam);
  if (folded.report !== null) yield { kind: "report", attempt_id, report: folded.report };
  for (const flag of await stores.flags.list(exam.examId, attempt_id)) yield { kind: "flag", attempt_id, flag };
  yield { kind: "head", attempt_id, n: head.n, chain: head.chain, last_seq: head.lastSeq };
}

/** Lines of the audit log about the exam or one of its attempts, oldest first. */
async function* actionsOf(stores: Stores, { examId, createdAt }: Exam): AsyncGenerator<AuditEntry> {
  // Clocks of several instances may differ a little.
  for await (const line of stores.audit.since(createdAt - 60_000)) {
    const [what, id] = line.about?.split(":") ?? [];
    const isOurs = what === "exam" ? id === examId : what === "attempt" && await stores.examAttempts.has(examId, id);
    if (isOurs) yield line;
  }
}
