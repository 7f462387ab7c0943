import type { LogEntry } from "../../protocol/log_entry.ts";
import type { AuditEntry } from "../../protocol/staff.ts";
import { Contexts } from "../attempts/contexts.ts";
import { getAttempt, loadFold, type StoredAttempt } from "../attempts/load_attempt.ts";
import type { Exam } from "../exams/exams.ts";
import { KvEventLog } from "../log/event_log.ts";
import { listFlags } from "../review/flags.ts";
import { getTombstone } from "../retention/get_tombstone.ts";
import { keys } from "../store/keys.ts";
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
export async function* exportExam(kv: Deno.Kv, exam: Exam, now: () => number): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const counts = { attempts: 0, entries: 0, flags: 0, actions: 0, tombstones: 0 };
  for await (const fields of exportLines(kv, exam, now)) {
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
async function* exportLines(kv: Deno.Kv, exam: Exam, now: () => number): AsyncGenerator<Fields | string> {
  yield { kind: "exam", format: EXPORT_FORMAT, exported_at: now(), exam };
  const contexts = new Contexts(kv, now);
  for await (const { key } of kv.list({ prefix: keys.attemptsByExamPrefix(exam.examId) })) {
    const attemptId = String(key[2]);
    const tombstone = await getTombstone(kv, attemptId);
    if (tombstone !== null) yield { kind: "tombstone", tombstone };
    const stored = await getAttempt(kv, attemptId);
    if (stored === null || tombstone?.removed === "everything") continue;
    yield* attemptLines(kv, contexts, exam, attemptId, stored, tombstone === null);
  }
  for await (const action of actionsOf(kv, exam)) yield { kind: "action", action };
}

async function* attemptLines(
  kv: Deno.Kv,
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
  const log = new KvEventLog(kv);
  if (are_events_kept) {
    const told = new Set<LogEntry["context"]>();
    for await (const { entry, bytes } of log.read(attempt_id)) {
      if (entry.n > head.n) break;
      if (!told.has(entry.context)) {
        told.add(entry.context);
        const context = await contexts.require(entry.context);
        yield { kind: "context", attempt_id, context_id: entry.context, context };
      }
      yield `${entryPrefix(attempt_id)}${decoder.decode(bytes)}}`;
    }
  }
  const { folded } = await loadFold(kv, log, contexts, attempt_id, stored, exam);
  if (folded.report !== null) yield { kind: "report", attempt_id, report: folded.report };
  for (const flag of await listFlags(kv, exam.examId, attempt_id)) yield { kind: "flag", attempt_id, flag };
  yield { kind: "head", attempt_id, n: head.n, chain: head.chain, last_seq: head.lastSeq };
}

/** Lines of the audit log about the exam or one of its attempts, oldest first. */
async function* actionsOf(kv: Deno.Kv, { examId, createdAt }: Exam): AsyncGenerator<AuditEntry> {
  const prefix = keys.auditPrefix();
  // Clocks of several instances may differ a little.
  const start = [...prefix, createdAt - 60_000];
  for await (const { value } of kv.list<AuditEntry>({ prefix, start })) {
    const [what, id] = value.about?.split(":") ?? [];
    const isOurs = what === "exam"
      ? id === examId
      : what === "attempt" && (await kv.get(keys.attemptByExam(examId, id))).versionstamp !== null;
    if (isOurs) yield value;
  }
}
