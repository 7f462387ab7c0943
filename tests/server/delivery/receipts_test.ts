import assert from "node:assert/strict";
import { EVIDENCE_SECRET, makeEvidenceSecret } from "../../../server/evidence/signing.ts";
import { readKeys } from "../../../server/evidence/read_keys.ts";
import { readReceipts } from "../../../server/evidence/receipt_text.ts";
import { saltedHash } from "../../../server/evidence/salted_hash.ts";
import { EMPTY_CHAIN, linkEntry } from "../../../server/log/entry.ts";
import { eraseAttempt } from "../../../server/retention/erase_student.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** Receipts of a student who asked for one after each batch, and one after the end. */
async function sitWithReceipts(hall: Hall, name: string): Promise<{ attempt: LiveAttempt; receipts: string[] }> {
  const attempt = await hall.join(name);
  const receipts = [hall.services.attempts.receiptOf(attempt)];
  for (const t of [10, 20, 30]) {
    await hall.append(attempt, [typed(t)]);
    receipts.push(hall.services.attempts.receiptOf(attempt));
  }
  await hall.end(attempt);
  receipts.push(hall.services.attempts.receiptOf(attempt));
  return { attempt, receipts };
}

const noted = (receipts: string[]) => readReceipts(receipts.join("\n"));

/** What somebody does who runs the server, or has its code: another name, the whole log linked anew, another key. */
async function forgeStore(hall: Hall, attemptId: string, name: string): Promise<void> {
  const { stores, kv } = hall;
  const stored = await stores.attempts.get(attemptId);
  assert.ok(stored?.record.studentSalt);
  const record = { ...stored.record, student: { name } };
  const student = saltedHash("student", stored.record.studentSalt, record.student);
  let end = EMPTY_CHAIN;
  const log = await Array.fromAsync(stores.log.read(attemptId));
  for (const { entry: { n: _n, prev: _prev, ...entry } } of log) {
    const forged = entry.kind === "started" && entry.binds ? { ...entry, binds: { ...entry.binds, student } } : entry;
    const linked = linkEntry(forged, end);
    end = linked.end;
    await stores.commit(stores.log.insert(attemptId, end.n, linked.bytes));
  }
  const head = { ...stored.head, chain: end.chain };
  await stores.commit([
    stores.attempts.putRecord(record),
    ...stores.attempts.replaceHead(attemptId, stored.versionstamp, head),
  ]);
  await kv.set(["secret", EVIDENCE_SECRET], makeEvidenceSecret());
}

hallTest("[EV7] receipts of any moment fit the export that they are of, and confirm its key", async (hall) => {
  const exam = await hall.exam();
  const { receipts } = await sitWithReceipts(hall, "Ada");
  const other = await sitWithReceipts(hall, "Bo");
  const lines = await exportedLines(hall, exam);
  const alone = await verifyLines(lines);
  assert.equal(alone.misfit, null);
  assert.equal(alone.isKeyConfirmed, false, "a file's own key says nothing");
  const all = [...receipts, ...other.receipts];
  const verdict = await verifyLines(lines, { receipts: noted(all) });
  assert.equal(verdict.misfit, null);
  assert.deepEqual([verdict.receipts.fitting, verdict.isKeyConfirmed], [all.length, true]);
  const { key } = hall.services.attempts.signer;
  for (const named of [key.public_key, key.key_id, JSON.stringify({ keys: [key] })]) {
    const known = await verifyLines(lines, { isServerKey: readKeys(named) });
    assert.deepEqual([known.misfit, known.isKeyConfirmed], [null, true]);
  }
});

hallTest("[EV8] a file forged as a whole, under a key of its own, fits nothing but itself", async (hall) => {
  const exam = await hall.exam();
  const { attempt, receipts } = await sitWithReceipts(hall, "Ada");
  const { key } = hall.services.attempts.signer;
  await forgeStore(hall, attempt.attemptId, "Eve");
  const lines = await exportedLines(hall, exam);
  const alone = await verifyLines(lines);
  assert.deepEqual([alone.misfit, alone.isKeyConfirmed], [null, false]);
  const byKey = await verifyLines(lines, { isServerKey: readKeys(key.public_key) });
  assert.match(byKey.misfit?.what ?? "", /another key/);
  const byReceipt = await verifyLines(lines, { receipts: noted(receipts) });
  assert.match(byReceipt.misfit?.what ?? "", /signed with another key/);
});

hallTest("[EV8] a log that whoever runs the server changed under the same key does not fit receipts", async (hall) => {
  const exam = await hall.exam();
  const { attempt, receipts } = await sitWithReceipts(hall, "Ada");
  const secret = (await hall.kv.get(["secret", EVIDENCE_SECRET])).value;
  await forgeStore(hall, attempt.attemptId, "Eve");
  await hall.kv.set(["secret", EVIDENCE_SECRET], secret);
  const lines = await exportedLines(hall, exam);
  assert.equal((await verifyLines(lines)).misfit, null, "the signature does not stop whoever holds the key");
  for (const receipt of receipts) {
    const { misfit } = await verifyLines(lines, { receipts: noted([receipt]) });
    assert.match(misfit?.what ?? "", /was given for another entry/);
    assert.equal(misfit?.attemptId, attempt.attemptId);
  }
});

hallTest("[EV8] a receipt of an attempt, or of an entry, that is not in the file does not fit", async (hall) => {
  const exam = await hall.exam();
  const other = await hall.exam({ code: "OTHER" });
  const { receipts } = await sitWithReceipts(hall, "Ada");
  const elsewhere = await verifyLines(await exportedLines(hall, other), { receipts: noted(receipts) });
  assert.match(elsewhere.misfit?.what ?? "", /which is not here/);
  const attempt = await hall.join("Cy");
  const early = await exportedLines(hall, exam);
  await hall.append(attempt, [typed(10)]);
  const later = hall.services.attempts.receiptOf(attempt);
  const { misfit } = await verifyLines(early, { receipts: noted([later]) });
  assert.match(misfit?.what ?? "", /given at entry 2, and the log ends before it/);
  const slip = later.replace(/.$/, (last: string) => last === "0" ? "1" : "0");
  const read = await verifyLines(early, { receipts: noted([...receipts, slip]) });
  assert.match(read.misfit?.what ?? "", /line 6 of the receipts is no receipt/);
});

hallTest("[EV9] receipts fit after events were removed, and after a person was erased", async (hall) => {
  const exam = await hall.exam();
  const { attempt: { attemptId }, receipts } = await sitWithReceipts(hall, "Zenobia Marker");
  const { attempts, audit } = hall.services;
  const line = audit.line({ who: "system", role: "system", from: null, requestId: null, what: "retention_events" });
  await removeEvents(attempts, attemptId, { cause: "retention", now: hall.now, fence: null, line });
  const emptied = await exportedLines(hall, exam);
  const after = await verifyLines(emptied, { receipts: noted(receipts) });
  assert.deepEqual([after.misfit, after.receipts.fitting], [null, receipts.length]);
  const renamed = emptied.map((one) => one.replace("Zenobia Marker", "Somebody Else"));
  const { misfit } = await verifyLines(renamed);
  assert.match(misfit?.what ?? "", /not the sealed ones/);

  await eraseAttempt(attempts, audit, attemptId);
  const erased = await exportedLines(hall, exam);
  assert.ok(!erased.join("").includes("Zenobia"));
  const gone = await verifyLines(erased, { receipts: noted(receipts) });
  assert.deepEqual([gone.misfit, gone.receipts.fitting], [null, receipts.length]);
  const without = erased.filter((one) => !one.startsWith('{"kind":"links"'));
  assert.match((await verifyLines(without)).misfit?.what ?? "", /hashes of the log/);
  const other = erased.map((one) => one.replace(/("hashes":\[")[0-9a-f]/, (_, before) => `${before}x`));
  assert.match((await verifyLines(other)).misfit?.what ?? "", /not the hashes/);
});
