/**
 * Every key of the database, once. A function a family, named after what is stored; `*Prefix` is for `list`.
 *
 * | family | value |
 * |---|---|
 * | `exam` | exam document and state, in parts |
 * | `exam_by_code` | exam id |
 * | `attempt` | who sits it, since when, under which accommodations: written once |
 * | `attempt … state` | the head: state, deadline, last entry, chain hash, risk summary, writer: written with every batch |
| `attempt … log`, `log_part` | the event log's entries; large ones in parts |
 * | `attempts_by_exam` | true |
 * | `snapshot` | state of the fold and the answers at an entry |
 * | `context` | scoring context by content |
 *
 * "log" comes before "state" in the order of keys: a batch's entry and the head behind it are neighbours, and a store that
 * keeps pages reads and writes one for both (docs/performance.md).
 */
type Key = Deno.KvKey;

export const keys = {
  exam: (examId: string): Key => ["exam", examId],
  examPrefix: (): Key => ["exam"],
  examByCode: (code: string): Key => ["exam_by_code", code],
  rosterEntry: (tokenHash: string): Key => ["roster_entry", tokenHash],
  rosterByExam: (examId: string, tokenHash: string): Key => ["roster_by_exam", examId, tokenHash],
  rosterByExamPrefix: (examId: string): Key => ["roster_by_exam", examId],

  attempt: (attemptId: string): Key => ["attempt", attemptId],
  head: (attemptId: string): Key => ["attempt", attemptId, "state"],
  attemptByExam: (examId: string, attemptId: string): Key => ["attempts_by_exam", examId, attemptId],
  attemptsByExamPrefix: (examId: string): Key => ["attempts_by_exam", examId],
  attemptCount: (examId: string): Key => ["attempt_count", examId],
  attemptByToken: (tokenHash: string): Key => ["attempt_by_token", tokenHash],
  deadline: (deadlineMs: number, attemptId: string): Key => ["deadline", deadlineMs, attemptId],
  deadlinePrefix: (): Key => ["deadline"],

  logEntry: (attemptId: string, n: number): Key => ["attempt", attemptId, "log", n],
  logPrefix: (attemptId: string): Key => ["attempt", attemptId, "log"],
  logPart: (attemptId: string, n: number, part: number): Key => ["attempt", attemptId, "log_part", n, part],
  logPartPrefix: (attemptId: string): Key => ["attempt", attemptId, "log_part"],
  snapshot: (attemptId: string): Key => ["snapshot", attemptId],
  context: (contextId: string): Key => ["context", contextId],
  cohort: (examId: string): Key => ["cohort", examId],
  cohortMember: (examId: string, attemptId: string): Key => ["cohort_member", examId, attemptId],
  cohortMembersPrefix: (examId: string): Key => ["cohort_member", examId],

  flag: (examId: string, attemptId: string, flagId: string): Key => ["flag", examId, attemptId, flagId],
  flagsByAttemptPrefix: (examId: string, attemptId: string): Key => ["flag", examId, attemptId],
  flagsByExamPrefix: (examId: string): Key => ["flag", examId],
  action: (attemptId: string, actionId: string): Key => ["action", attemptId, actionId],
  actionsPrefix: (attemptId: string): Key => ["action", attemptId],

  auditPrefix: (): Key => ["audit"],

  tombstone: (attemptId: string): Key => ["tombstone", attemptId],
} as const;
