/**
 * Checks a file of evidence in a worker of whoever holds it: nothing of it leaves the browser. Takes one `VerifyTask` and posts one
 * `VerifyAnswer`.
 *
 * @module
 */
import type { VerifyAnswer, VerifyTask } from "../../protocol/verify_message.ts";
import { readKeys } from "../evidence/read_keys.ts";
import { readReceipts } from "../evidence/receipt_text.ts";
import { isProof } from "./proof_line.ts";
import { type Known, verifyExport } from "./verify_export.ts";
import { verifyProof } from "./verify_proof.ts";
import { writingOf } from "./writing.ts";

async function check({ file, key, receipts }: VerifyTask): Promise<VerifyAnswer> {
  const known: Known = {};
  try {
    if (key.trim() !== "") known.isServerKey = readKeys(key);
  } catch {
    return { kind: "unreadable", what: "key" };
  }
  if (receipts.trim() !== "") {
    known.receipts = readReceipts(receipts);
    if (known.receipts.length === 0) return { kind: "unreadable", what: "receipts" };
  }
  const begin = await file.slice(0, 64).text();
  return isProof(begin) ? await checkProof(file, known) : await checkExport(file, known);
}

async function checkExport(file: File, known: Known): Promise<VerifyAnswer> {
  const { misfit, key, title, counts, ...verdict } = await verifyExport(file.stream(), known);
  if (misfit !== null) {
    const { line, what, attemptId, n } = misfit;
    return { kind: "misfit", line, what, attempt_id: attemptId, n };
  }
  return {
    kind: "export",
    hash: verdict.hash,
    public_key: key?.public_key ?? "",
    is_key_confirmed: verdict.isKeyConfirmed,
    fitting: verdict.receipts.fitting + verdict.receipts.untold,
    title: title ?? "",
    lines: verdict.lines,
    attempts: counts.attempts,
    entries: counts.entries,
    not_replayed: verdict.notReplayed,
  };
}

async function checkProof(file: File, known: Known): Promise<VerifyAnswer> {
  const { misfit, of, key, counts, report, replay, timeline, ...verdict } = await verifyProof(file.stream(), known);
  if (misfit !== null || of === null || replay === null) {
    const { line, what, n } = misfit ?? { line: 1, what: "it says nothing", n: null };
    return { kind: "misfit", line, what, attempt_id: of?.attempt_id ?? null, n };
  }
  return {
    kind: "proof",
    hash: verdict.hash,
    public_key: key?.public_key ?? "",
    is_key_confirmed: verdict.isKeyConfirmed,
    fitting: verdict.fitting,
    title: of.title,
    language: of.language,
    student: of.student.name,
    number: of.student.number ?? null,
    started_at: of.started_at,
    ended_at: of.ended_at,
    made_at: verdict.madeAt ?? 0,
    ...counts,
    ...writingOf(replay.steps),
    risk: report?.risk ?? null,
    peak: report?.peak ?? null,
    is_replayed: verdict.isReplayed,
    timeline,
    replay,
  };
}

globalThis.addEventListener("message", async ({ data }: MessageEvent<VerifyTask>) => {
  const answer = await check(data).catch((): VerifyAnswer => ({ kind: "unreadable", what: "file" }));
  globalThis.postMessage(answer);
});
