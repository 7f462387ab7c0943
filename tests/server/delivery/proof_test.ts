import assert from "node:assert/strict";
import { createRandom } from "../../../scoring/models/random.ts";
import { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { ENGLISH } from "../../../words/languages.ts";
import { answerSpeech } from "../../../server/review/spoken.ts";
import { ownEvidence } from "../../../server/review/own_evidence.ts";
import { readKeys } from "../../../server/evidence/read_keys.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import { isProof } from "../../../server/delivery/proof_line.ts";
import { makeProof } from "../../../server/delivery/make_proof.ts";
import { LineSealer } from "../../../server/delivery/sealed_lines.ts";
import type { Known } from "../../../server/delivery/verify_export.ts";
import { verifyProof } from "../../../server/delivery/verify_proof.ts";
import { writingOf } from "../../../server/delivery/writing.ts";
import { readReceipts } from "../../../server/evidence/receipt_text.ts";
import { makeEvidenceSecret, Signer } from "../../../server/evidence/signing.ts";
import { raiseFlag } from "../../../server/review/flags.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** Bits of a real account that are turned, one at a time. */
const FLIPS = 300;

/** An attempt that a proctor paused, flagged and decided on, beside one of somebody else; its account and receipts. */
async function account(hall: Hall) {
  const exam = await hall.exam();
  const other = await hall.join("Bo Other");
  await hall.sit(other, "steady", 5, 20_000);
  const attempt = await hall.join("Ada");
  await hall.sit(attempt, "pasting", 4, 40_000);
  const early = hall.services.attempts.receiptOf(attempt);
  await attempt.intervene(pause({ by: "amina", now: hall.now, reason: "fire alarm" }));
  hall.now += 60_000;
  await attempt.intervene(resume({ by: "amina", now: hall.now, reason: null }));
  await raiseFlag(attempt, hall.stores.flags, { t: 5, at: hall.now, by: "amina", note: "SECRET NOTE" });
  await hall.append(attempt, [
    typed(101_000, "A last word."),
    typed(102_000, "A sentence that came in one piece, from wherever."),
  ]);
  await hall.end(attempt);
  const lines = await Array.fromAsync(makeProof(hall.services.attempts, exam, attempt.attemptId, attempt));
  const bytes = new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer());
  return { attempt, bytes, receipts: [early, hall.services.attempts.receiptOf(attempt)] };
}

function verify(bytes: Uint8Array, known: Known = {}) {
  return verifyProof(new Blob([bytes as BlobPart]).stream(), known);
}

/** The lines without what seals them, for whoever would change them and seal them anew. */
function unsealed(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).trim().split("\n").map((line) =>
    line.replace(/^\{"line":\d+,/, "{").replace(/,"hash":"[0-9a-f]{64}"\}$/, "}")
  );
}

function verifyLines(lines: readonly string[]) {
  const sealer = new LineSealer();
  return verifyProof(new Blob(lines.map((line) => sealer.seal(line)) as BlobPart[]).stream());
}

hallTest("[EV43] a student's account holds how the answers came to be, and fits", async (hall) => {
  const { attempt, bytes, receipts } = await account(hall);
  const verdict = await verify(bytes);
  assert.equal(verdict.misfit, null);
  assert.ok(verdict.isReplayed);
  assert.equal(verdict.isKeyConfirmed, false, "a file's own key says nothing");
  assert.equal(verdict.of?.student.name, "Ada");
  assert.deepEqual([verdict.counts.told, verdict.counts.hidden], [2, 1]);
  assert.equal(verdict.counts.whole + 3, attempt.head.n);
  assert.deepEqual(verdict.report, attempt.folded.report);
  assert.ok(verdict.timeline.length > 0);
  assert.deepEqual(verdict.timeline, attempt.folded.timeline.toPoints(), "the risk is drawn as it was");
  const { steps = [], keys = [] } = verdict.replay ?? {};
  assert.ok(steps.length > 0 && keys.length > 0);
  const { typed, arrived } = writingOf(steps);
  assert.ok(typed > 0 && arrived > 0, `${typed} typed, ${arrived} arrived`);
  const withReceipts = await verify(bytes, { receipts: readReceipts(receipts.join("\n")) });
  assert.deepEqual([withReceipts.misfit, withReceipts.fitting, withReceipts.isKeyConfirmed], [null, 2, true]);
  assert.ok(isProof(new TextDecoder().decode(bytes.subarray(0, 64))));
});

hallTest(
  "[EV44] an account names nobody but its student, and has no question, key, note or salt of staff",
  async (hall) => {
    const { bytes } = await account(hall);
    const text = new TextDecoder().decode(bytes);
    for (const kept of ["amina", "SECRET", "Bo Other", "flag_raised", "correct", "guidance", "token"]) {
      assert.ok(!text.includes(kept), kept);
    }
    assert.match(text, /fire alarm/, "what the student was told stays");
  },
);

hallTest("[EV44] the hash of an entry of staff tells nobody who tries names whose it is", async (hall) => {
  const { attempt, bytes } = await account(hall);
  const text = new TextDecoder().decode(bytes);
  let ofStaff = 0;
  for await (const { entry } of hall.stores.log.read(attempt.attemptId)) {
    if (entry.kind === "batch") continue;
    const isStaffs = entry.by !== "student" && entry.by !== "system";
    assert.equal(entry.salt?.length, isStaffs ? 22 : undefined, entry.kind);
    if (entry.salt === undefined) continue;
    ofStaff++;
    assert.ok(!text.includes(entry.salt), entry.kind);
  }
  assert.equal(ofStaff, 3);
});

hallTest("[EV45] whoever changes an account is found, also who seals it anew with our code", async (hall) => {
  const { bytes } = await account(hall);
  const random = createRandom(7);
  for (let flip = 0; flip < FLIPS; flip++) {
    const changed = bytes.slice();
    changed[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(random() * 8);
    assert.notEqual((await verify(changed)).misfit, null, `flip ${flip}`);
  }
  assert.notEqual((await verify(bytes.subarray(0, bytes.length - 1))).misfit, null);
  const lines = unsealed(bytes);
  assert.equal((await verifyLines(lines)).misfit, null);
  const forge = async (what: string, from: string | RegExp, to: string) => {
    const at = lines.findIndex((line) => line.search(from) !== -1);
    assert.notEqual(at, -1, what);
    const { misfit } = await verifyLines(lines.with(at, lines[at].replace(from, to)));
    assert.notEqual(misfit, null, what);
    return misfit?.what ?? "";
  };
  assert.match(await forge("another name", '"name":"Ada"', '"name":"Eve"'), /first line/);
  assert.match(await forge("another text", "A last word.", "A last lie!."), /hash of the entry before|signature/);
  assert.match(await forge("another risk", /"report":\{"risk":[0-9.]+/, '"report":{"risk":1'), /replay|hash/);
  assert.match(await forge("another reason of a pause", "fire alarm", "copied"), /signature of the whole/);
  for (let at = 1; at < lines.length; at++) {
    const { misfit } = await verifyLines(lines.toSpliced(at, 1));
    assert.notEqual(misfit, null, `without line ${at + 1}`);
  }
  const hidden = lines.findIndex((line) => line.includes('"kind":"hidden"'));
  assert.notEqual(
    (await verifyLines(lines.with(hidden, lines[hidden].replace(/"hash":"./, '"hash":"x')))).misfit,
    null,
  );
  assert.notEqual((await verifyLines([...lines, lines[lines.length - 1]])).misfit, null);
});

hallTest(
  "[EV46] what was written to questions that no paper has is no part of how the answers came to be",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join("Ada");
    const elsewhere = (question: string) => ({
      ...typed(200, "A sentence that stands in no answer of this exam."),
      question,
    });
    await hall.append(attempt, [typed(100, "Mine."), elsewhere("Frage 1!"), elsewhere("q2")]);
    await hall.end(attempt);
    const lines = await Array.fromAsync(makeProof(hall.services.attempts, exam, attempt.attemptId, attempt));
    const { misfit, replay } = await verify(new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer()));
    assert.equal(misfit, null);
    assert.deepEqual(writingOf(replay?.steps ?? []), { typed: 5, arrived: 0, gone: 0 });
  },
);

hallTest("[EV46] an account whose times are none does not fit, and breaks no page", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join("Ada");
  await hall.end(attempt);
  const own = {
    stores: hall.stores,
    contexts: hall.services.attempts.contexts,
    signer: new Signer(makeEvidenceSecret()),
  };
  for (const at of [1e300, -1, 8.64e15 + 1]) {
    const lines = await Array.fromAsync(
      makeProof({ ...own, now: () => at }, exam, attempt.attemptId, attempt),
    );
    const { misfit } = await verify(new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer()));
    assert.match(misfit?.what ?? "", /not a line of an account/, String(at));
  }
});

hallTest("[EV41] [EV44] a message that was taken back before it went out is told its student nowhere", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join("Ada");
  const act = async (fields: Pick<ProctorAction, "type"> & Record<string, unknown>) => {
    const action = ProctorAction.parse({ attempt_id: attempt.attemptId, ...fields });
    const line = hall.services.audit.line({ ...SYSTEM, what: action.type });
    const staff = { username: "amina", role: "proctor" } as const;
    await hall.services.calls.act(attempt.attemptId, action, exam.examId, staff, [line]);
  };
  await act({ type: "message", id: "one", text: "Ten minutes more." });
  await act({ type: "message", id: "two", text: "Bo copies from you." });
  await act({ type: "withdraw", id: "three", of: "two" });
  await hall.append(attempt, [typed(100, "Mine.")]);
  await hall.end(attempt);
  const { attempts } = hall.services;
  const lines = await Array.fromAsync(makeProof(attempts, exam, attempt.attemptId, attempt));
  const bytes = new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer());
  const { misfit, counts } = await verify(bytes, { isServerKey: readKeys(attempts.signer.key.public_key) });
  assert.deepEqual([misfit, counts.hidden], [null, 2]);
  const evidence = await ownEvidence(attempts, attempt.attemptId, answerSpeech(ENGLISH));
  for (const text of [new TextDecoder().decode(bytes), JSON.stringify(evidence)]) {
    assert.match(text, /Ten minutes more/);
    assert.doesNotMatch(text, /Bo copies/);
  }
});
