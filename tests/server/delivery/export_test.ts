import assert from "node:assert/strict";
import { createRandom } from "../../../scoring/models/random.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { LineSealer } from "../../../server/delivery/sealed_lines.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import type { Exam } from "../../../server/store/exam_store.ts";
import { raiseFlag } from "../../../server/review/flags.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** Bits of a real export that are turned, one at a time. */
const FLIPS = 400;

async function bytesOf(hall: Hall, exam: Exam): Promise<Uint8Array> {
  const lines = await Array.fromAsync(exportExam(hall.stores, exam, () => hall.now));
  return new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer());
}

function verify(bytes: Uint8Array) {
  return verifyExport(new Blob([bytes as BlobPart]).stream());
}

/** An exam with two simulated attempts, what proctors did, flags, and an answer larger than a KV value. */
async function satExam(hall: Hall): Promise<Exam> {
  const exam = await hall.exam();
  const pasting = await hall.join("Ada");
  await hall.sit(pasting, "pasting", 4, 40_000);
  await pasting.intervene(pause({ by: "amina", now: hall.now, reason: "fire alarm" }));
  hall.now += 60_000;
  await pasting.intervene(resume({ by: "amina", now: hall.now, reason: null }));
  await hall.append(pasting, Array.from({ length: 15 }, (_, index) => typed(101_000 + index, "ü".repeat(5_000))));
  await raiseFlag(pasting, hall.stores.flags, { t: 5, at: hall.now, by: "amina", note: "look" });
  await hall.end(pasting);
  const steady = await hall.join("Bo");
  await hall.sit(steady, "steady", 5, 20_000);
  await hall.services.audit.write({
    who: "amina",
    role: "proctor",
    from: null,
    requestId: null,
    what: "pause",
    about: `attempt:${pasting.attemptId}`,
  });
  return exam;
}

hallTest("[TR1] an export holds the evidence of an exam, and fits", async (hall) => {
  const exam = await satExam(hall);
  const bytes = await bytesOf(hall, exam);
  const verdict = await verify(bytes);
  assert.equal(verdict.misfit, null);
  assert.equal(verdict.notReplayed, 0);
  assert.equal(verdict.counts.attempts, 2);
  assert.equal(verdict.counts.flags, 1);
  assert.equal(verdict.counts.actions, 1);
  const own = await Array.fromAsync(hall.kv.list({ prefix: ["attempt"] }));
  const entries = own.filter(({ key, value }) => key[2] === "log" && value instanceof Uint8Array);
  const batches = await Array.fromAsync(hall.kv.list({ prefix: ["log"] }));
  assert.equal(verdict.counts.entries, entries.length + batches.length);
  const kinds = new Set(
    new TextDecoder().decode(bytes).trim().split("\n").map((line) => JSON.parse(line).kind),
  );
  assert.deepEqual(
    [...kinds].sort(),
    ["action", "attempt", "context", "end", "entry", "exam", "flag", "head", "manifest", "report"],
  );
});

hallTest("[TR1] an export holds no token and no hash of one", async (hall) => {
  const exam = await satExam(hall);
  const text = new TextDecoder().decode(await bytesOf(hall, exam));
  assert.doesNotMatch(text, /token/i);
});

hallTest("[TR2] any one changed bit is found, in its line", async (hall) => {
  const exam = await satExam(hall);
  const bytes = await bytesOf(hall, exam);
  const seed = 20_240_917;
  const random = createRandom(seed);
  const lineAt = lineNumbers(bytes);
  const offsets = Array.from({ length: FLIPS }, () => Math.floor(random() * bytes.length));
  // The places where a flip could slip through: newlines, and the last bytes.
  offsets.push(bytes.length - 1, bytes.length - 2, bytes.indexOf(10), bytes.lastIndexOf(10, bytes.length - 2));
  for (const offset of offsets) {
    const bit = 1 << Math.floor(random() * 8);
    bytes[offset] ^= bit;
    const { misfit } = await verify(bytes);
    bytes[offset] ^= bit;
    assert.equal(misfit?.line, lineAt(offset), `byte ${offset}, bit ${bit}, seed ${seed}`);
  }
  assert.equal((await verify(bytes)).misfit, null);
});

/** Number of the line that holds a byte; a newline is its own line's. */
function lineNumbers(bytes: Uint8Array): (offset: number) => number {
  return (offset) => {
    let line = 1;
    for (let index = 0; index < offset; index++) if (bytes[index] === 10) line++;
    return line;
  };
}

hallTest("[TR3] the entry that does not fit is named by attempt, number and batch", async (hall) => {
  const exam = await satExam(hall);
  const bytes = await bytesOf(hall, exam);
  const text = new TextDecoder().decode(bytes);
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.includes('"kind":"entry"') && line.includes('"seq":7,'));
  const { attempt_id, entry } = JSON.parse(lines[index]);
  const at = new TextEncoder().encode(lines.slice(0, index).join("\n")).length + 200;
  bytes[at] ^= 1;
  const { misfit } = await verify(bytes);
  assert.deepEqual(
    { line: misfit?.line, attemptId: misfit?.attemptId, n: misfit?.n, seq: misfit?.seq },
    { line: index + 1, attemptId: attempt_id, n: entry.n, seq: 7 },
  );
});

hallTest("[TR2] what is cut off, put in, taken out or moved is found", async (hall) => {
  const exam = await satExam(hall);
  const lines = await Array.fromAsync(exportExam(hall.stores, exam, () => hall.now));
  const fits = async (parts: Uint8Array[]) =>
    (await verifyExport(new Blob(parts as BlobPart[]).stream())).misfit === null;
  assert.equal(await fits(lines), true);
  assert.equal(await fits(lines.slice(0, -1)), false);
  assert.equal(await fits([...lines, lines[lines.length - 1]]), false);
  assert.equal(await fits(lines.toSpliced(5, 1)), false);
  assert.equal(await fits(lines.toSpliced(5, 0, lines[5])), false);
  assert.equal(await fits([...lines.slice(0, 5), lines[6], lines[5], ...lines.slice(7)]), false);
  assert.equal(await fits([...lines.slice(0, -1), lines[lines.length - 1].slice(0, -1)]), false);
  assert.equal(await fits([]), false);
});

/** Rewrites an export with all its seals made anew: only chains and replay can tell now. */
function forged(lines: Uint8Array[], change: (line: string) => string): Uint8Array[] {
  const sealer = new LineSealer();
  return lines.map((bytes) => {
    const text = new TextDecoder().decode(bytes).trim();
    const fields = change(text).replace(/^\{"line":\d+,/, "{").replace(/,"hash":"[0-9a-f]{64}"\}$/, "}");
    return sealer.seal(fields);
  });
}

hallTest("[TR4] a forger who seals every line anew is still found by the chains and by the replay", async (hall) => {
  const exam = await satExam(hall);
  const lines = await Array.fromAsync(exportExam(hall.stores, exam, () => hall.now));
  const verdictOf = (change: (line: string) => string) =>
    verifyExport(new Blob(forged(lines, change) as BlobPart[]).stream());
  assert.equal((await verdictOf((line) => line)).misfit, null);
  const words = await verdictOf((line) => line.replace('"fire alarm"', '"fire drill"'));
  assert.match(words.misfit?.what ?? "", /entry before does not fit/);
  let isFirst = true;
  const score = await verdictOf((line) => {
    if (!isFirst || !line.includes('"seq":12,')) return line;
    isFirst = false;
    return line.replace(/"report":\{"risk":[0-9.e-]+/, '"report":{"risk":29.5');
  });
  assert.match(score.misfit?.what ?? "", /a replay gives risk/);
  assert.equal(score.misfit?.seq, 12);
  const head = await verdictOf((line) => line.replace(/("kind":"head".*"chain":")[0-9a-f]/, "$1x"));
  assert.match(head.misfit?.what ?? "", /head is not the hash/);
  const report = await verdictOf((line) => line.replace(/("kind":"report".*"peak":)[0-9.]+/, "$199"));
  assert.match(report.misfit?.what ?? "", /another report/);
});

hallTest(
  "[TR5] scores of another version of the scorer are said not to be replayed, and their chains still fit",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join();
    const old = { ...attempt.context, scorer_version: "0" };
    const { canonicalJson, sha256Hex } = await import("../../../server/log/hash.ts");
    const id = sha256Hex(canonicalJson(old));
    await hall.stores.commit(hall.stores.contexts.put(id, old).mutations);
    attempt.useContext({ id, context: old });
    await hall.sit(attempt, "steady", 1, 5_000);
    const verdict = await verify(await bytesOf(hall, exam));
    assert.equal(verdict.misfit, null);
    assert.equal(verdict.notReplayed, 1);
  },
);

hallTest("[TR6] an export taken while students write ends each attempt where its log ended then", async (hall) => {
  const exam = await hall.exam();
  const attempts = await Promise.all(["Ada", "Bo", "Cy"].map((name) => hall.join(name)));
  for (const [seed, attempt] of attempts.entries()) await hall.sit(attempt, "fast", seed, 8_000);
  const lines: Uint8Array[] = [];
  for await (const line of exportExam(hall.stores, exam, () => hall.now)) {
    lines.push(line);
    const attempt = attempts[lines.length % 3];
    hall.now += 1_000;
    await hall.append(attempt, [typed(attempt.head.lastT + 10)]);
  }
  const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
  assert.equal(verdict.misfit, null);
  assert.equal(verdict.counts.attempts, 3);
});
