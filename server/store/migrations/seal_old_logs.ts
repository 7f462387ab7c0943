import { z } from "zod";
import { Accommodations, Student } from "../../../protocol/exam.ts";
import { ExamFields } from "../../../protocol/exam_document.ts";
import { Flag } from "../../../protocol/flag.ts";
import { examHashes } from "../../evidence/exam_hashes.ts";
import { makeSeal } from "../../evidence/seal.ts";
import { EVIDENCE_SECRET, makeEvidenceSecret, Signer } from "../../evidence/signing.ts";
import { Documents } from "../documents.ts";
import { check, type Mutation, set } from "../mutation.ts";
import { getStored, parseStored } from "../stored_value.ts";
import type { Migration } from "./migration.ts";

/** Attempts of one step: a seal of an attempt with many flags is some kilobytes. */
const ATTEMPTS_PER_STEP = 20;

const SECRET_KEY = ["secret", EVIDENCE_SECRET];

const Record = z.object({
  student: Student,
  startedAt: z.number(),
  accommodations: Accommodations,
  consent: z.string().nullable(),
});
const Head = z.object({ n: z.number(), chain: z.string() });
const ExamOf = z.object({ document: ExamFields });

/**
 * First entries of logs bind exam, student and policy now, and flags are entries. Logs of before are left as they are to
 * the last bit; beside each stands a signed seal of its end, of who sat it under which terms, and of its flags.
 */
export const sealOldLogs: Migration = {
  name: "seal_old_logs",
  async step(kv, cursor) {
    const mutations: Mutation[] = [];
    const { signer, writes } = await signerOf(kv);
    mutations.push(...writes);
    const attempts = kv.list({ prefix: ["attempts_by_exam"] }, {
      limit: ATTEMPTS_PER_STEP,
      cursor: cursor ?? undefined,
    });
    let seen = 0;
    // Listed exam by exam: each is read once a step, and so its paper is hashed once.
    let exam: ExamRead | null = null;
    for await (const { key: [, examId, attemptId] } of attempts) {
      seen++;
      if (exam?.examId !== String(examId)) exam = await readExam(kv, String(examId));
      mutations.push(...await sealOf(kv, signer, exam, String(attemptId)));
    }
    return { mutations, seen, cursor: seen < ATTEMPTS_PER_STEP ? null : attempts.cursor };
  },
};

async function signerOf(kv: Deno.Kv): Promise<{ signer: Signer; writes: Mutation[] }> {
  const stored = await getStored(kv, z.string(), SECRET_KEY);
  if (stored !== null) return { signer: new Signer(stored.value), writes: [] };
  const secret = makeEvidenceSecret();
  return { signer: new Signer(secret), writes: [check(SECRET_KEY, null), set(SECRET_KEY, secret)] };
}

interface ExamRead {
  examId: string;
  document: z.infer<typeof ExamFields> | null;
}

async function readExam(kv: Deno.Kv, examId: string): Promise<ExamRead> {
  return { examId, document: (await new Documents(kv, "exam", ExamOf).get(examId))?.value.document ?? null };
}

/** Nothing for an attempt of which only a tombstone is left. */
async function sealOf(
  kv: Deno.Kv,
  signer: Signer,
  { examId: exam_id, document }: ExamRead,
  attempt_id: string,
): Promise<Mutation[]> {
  const record = await getStored(kv, Record, ["attempt", attempt_id]);
  const head = await getStored(kv, Head, ["attempt", attempt_id, "state"]);
  if (record === null || head === null || document === null) return [];
  const stored = kv.list({ prefix: ["flag", exam_id, attempt_id] });
  const seal = makeSeal(signer, {
    attempt_id,
    exam_id,
    ...examHashes(document),
    of: record.value,
    n: head.value.n,
    chain: head.value.chain,
    sealed_at: Date.now(),
    flags: await Array.fromAsync(stored, ({ key, value }) => parseStored(Flag, key, value)),
  });
  return [set(["seal", attempt_id], seal)];
}
