import type { ScoringContext } from "../../protocol/log_entry.ts";
import { LEAST_COHORT } from "../../scoring/anomaly.ts";
import { isEntryUntold, withdrawnOf } from "../attempts/action_kinds.ts";
import type { AttemptFold } from "../attempts/attempt_fold.ts";
import type { Contexts } from "../attempts/contexts.ts";
import { namelessEntry } from "../attempts/nameless_entry.ts";
import { hashOf } from "../evidence/exam_hashes.ts";
import type { Signer } from "../evidence/signing.ts";
import { proofStatement, receiptStatement, wholeProofStatement } from "../evidence/statements.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { PROOF_ENTRY_PREFIX, PROOF_FORMAT, type ProofHead, type ProofLine } from "./proof_line.ts";
import { LineSealer } from "./sealed_lines.ts";

type Unnumbered<Line> = Line extends unknown ? Omit<Line, "line"> : never;
type Fields = Unnumbered<Exclude<ProofLine, { kind: "entry" }>>;

interface Source {
  stores: Pick<Stores, "log">;
  contexts: Contexts;
  signer: Signer;
  now(): number;
}

const decoder = new TextDecoder();

/**
 * A student's own account of how their answers came to be: their log, with every score, as sealed and signed lines of NDJSON that
 * anybody can check. What staff wrote among themselves, or took back before it went out, stands in it by its hash, and no account of staff by its name. The exam's
 * questions are not in it.
 *
 * @param exam As the attempt was begun under it.
 */
export async function* makeProof(
  source: Source,
  exam: Exam,
  attemptId: string,
  { record, head, folded }: Pick<StoredAttempt, "record" | "head"> & { folded: Pick<AttemptFold, "actions"> },
): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const seal = (fields: Fields) => sealer.seal(JSON.stringify(fields));
  const { stores, contexts, signer } = source;
  const madeAt = source.now();
  const of: ProofHead = {
    exam_id: exam.examId,
    title: exam.document.title,
    ...(exam.document.language !== undefined && { language: exam.document.language }),
    attempt_id: attemptId,
    student: record.student,
    student_salt: record.studentSalt ?? null,
    started_at: record.startedAt,
    ended_at: head.endedAt,
    state: head.state,
    n: head.n,
    chain: head.chain,
  };
  yield seal({
    kind: "proof",
    format: PROOF_FORMAT,
    made_at: madeAt,
    key: signer.key,
    of,
    receipt: signer.sign(receiptStatement({ attemptId, n: head.n, chain: head.chain })),
    signature: signer.sign(proofStatement(madeAt, hashOf(of))),
  });
  const withdrawn = withdrawnOf(folded.actions);
  const told = new Set<string>();
  for await (const { entry, bytes } of stores.log.read(attemptId)) {
    if (entry.n > head.n) break;
    if (isEntryUntold(entry, withdrawn)) {
      yield seal({ kind: "hidden", n: entry.n, hash: sha256Hex(bytes) });
      continue;
    }
    if (!told.has(entry.context)) {
      told.add(entry.context);
      const context = await contexts.require(entry.context);
      const shown = withoutFew(context);
      const isReduced = canonicalJson(shown) !== canonicalJson(context);
      yield seal({ kind: "context", context_id: entry.context, context: shown, ...(isReduced && { reduced: true }) });
    }
    const nameless = namelessEntry(entry);
    if (nameless === entry) yield sealer.seal(`${PROOF_ENTRY_PREFIX}${decoder.decode(bytes)}}`);
    else yield seal({ kind: "told", hash: sha256Hex(bytes), entry: nameless });
  }
  yield seal({ kind: "end", entries: head.n, signature: signer.sign(wholeProofStatement(sealer.hash, head.n)) });
}

/** A context without what is usual among too few: the scorer does not use it, and it would tell of single students. */
function withoutFew(context: ScoringContext): ScoringContext {
  const { cohort } = context;
  if (cohort === null) return context;
  if (cohort.attempts < LEAST_COHORT) return { ...context, cohort: null };
  const features = Object.entries(cohort.features).filter(([, { n }]) => n >= LEAST_COHORT);
  return { ...context, cohort: { ...cohort, features: Object.fromEntries(features) } };
}
