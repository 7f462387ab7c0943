/**
 * What is signed: a JSON array that begins with what it is, so that a signature of one kind is worthless for another.
 * Its bytes are those of `JSON.stringify`.
 */
export type Statement = readonly [kind: `invigil ${string}`, ...parts: readonly unknown[]];

interface ChainEndOf {
  attemptId: string;
  n: number;
  chain: string;
}

/** "The log of this attempt has `n` entries, and this is the hash of the last": a receipt. */
export function receiptStatement({ attemptId, n, chain }: ChainEndOf): Statement {
  return ["invigil receipt 1", attemptId, n, chain];
}

/** An attempt's end in an export, and of no other one: what an older export held of it does not fit into a newer one. */
export function endStatement(exportedAt: number, { attemptId, n, chain }: ChainEndOf): Statement {
  return ["invigil end 1", exportedAt, attemptId, n, chain];
}

/** @param exam Hash of the exam's canonical JSON. */
export function examStatement(exportedAt: number, exam: string): Statement {
  return ["invigil exam 1", exportedAt, exam];
}

/** A document of the exam that was replaced. @param revision Hash of its canonical JSON. */
export function revisionStatement(exportedAt: number, revision: string): Statement {
  return ["invigil revision 1", exportedAt, revision];
}

/** Which attempts an export holds, in their order; one of several lines where they are many. */
export function manifestStatement(
  part: { examId: string; exportedAt: number; first: number; attempts: readonly string[]; isLast: boolean },
): Statement {
  return ["invigil manifest 1", part.examId, part.exportedAt, part.first, part.attempts, part.isLast];
}

/** @param tombstone Hash of the tombstone's canonical JSON. */
export function tombstoneStatement(exportedAt: number, tombstone: string): Statement {
  return ["invigil tombstone 1", exportedAt, tombstone];
}

/** The whole file. @param hash Running hash up to the line before the last. @param counts What the last line counts. */
export function exportStatement(hash: string, counts: readonly number[]): Statement {
  return ["invigil export 1", hash, counts];
}

/** What a student's own account says of itself. @param head Hash of the canonical JSON of what its first line says. */
export function proofStatement(madeAt: number, head: string): Statement {
  return ["invigil proof 1", madeAt, head];
}

/** The whole of a student's own account. @param hash Running hash up to the line before the last. */
export function wholeProofStatement(hash: string, entries: number): Statement {
  return ["invigil proof end 1", hash, entries];
}
