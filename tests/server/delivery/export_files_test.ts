import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { keepPicture } from "../../../server/exams/media/keep_picture.ts";
import { eraseAttempt } from "../../../server/retention/erase_student.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest } from "../../support/hall.ts";
import { PICTURE } from "../../support/pictures.ts";

const WITH_FILES = { withFiles: true };

/** Ada handed in two files, one of which takes several lines; Bo the same one; the exam shows a picture. */
async function handedIn(hall: Hall) {
  const mediaId = createHash("sha256").update(PICTURE).digest("base64url");
  const exam = await hall.exam({
    text_format: "markdown",
    questions: [
      { id: "q1", type: "essay", text: `Why? ![A dot](media:${mediaId})` },
      { id: "f", type: "file", text: "Hand in.", max_files: 3 },
    ],
  });
  await keepPicture(hall.stores, exam.examId, PICTURE, hall.now);
  const files = [1_500_001, 7].map((length, n) => new TextEncoder().encode(`${"Long. ".repeat(length / 6 + 1)}${n}`));
  const [ada, bo] = [await hall.join("Ada"), await hall.join("Bo")];
  const hand = (attemptId: string, bytes: Uint8Array<ArrayBuffer>, name: string) =>
    hall.services.calls.takeFile(attemptId, { question: "f", name, bytes });
  await hand(ada.attemptId, files[0], "long.txt");
  await hand(ada.attemptId, files[0], "again.txt");
  await hand(ada.attemptId, files[1], "short.txt");
  await hand(bo.attemptId, files[0], "bo.txt");
  await hall.end(ada);
  await hall.end(bo);
  return { exam, ada, mediaId };
}

hallTest("[EV30] an export has files and pictures where they are asked for, and fits either way", async (hall) => {
  const { exam } = await handedIn(hall);
  const bare = await exportedLines(hall, exam);
  assert.ok(!bare.some((line) => /^\{"kind":"(file|picture)"/.test(line)));
  assert.deepEqual((await verifyLines(bare)).contents, { files: 0, pictures: 0 });
  const lines = await exportedLines(hall, exam, WITH_FILES);
  const verdict = await verifyLines(lines);
  assert.equal(verdict.misfit, null);
  assert.deepEqual(verdict.contents, { files: 3, pictures: 1 });
  assert.ok(lines.filter((line) => line.startsWith('{"kind":"file"')).length > 5);
  assert.ok(!lines.some((line) => line.includes("bo.txt")), "what a student called it stays in the store");
});

hallTest(
  "[EV31] a file or picture that is not the one of the log or text, or is not there, does not fit",
  async (hall) => {
    const { exam, mediaId } = await handedIn(hall);
    const lines = await exportedLines(hall, exam, WITH_FILES);
    const isFile = (line: string) => line.startsWith('{"kind":"file"');
    const first = lines.findIndex(isFile);
    const changed = (at: number, from: string | RegExp, to: string) =>
      lines.map((line, index) => index === at ? line.replace(from, to) : line);
    const picture = lineOf(lines, '"kind":"picture"') - 1;
    // The long file comes first, whoever handed it in, on three lines.
    const last = first + 2;
    const cases: [string, string[], RegExp][] = [
      ["a byte", changed(first, '"data":"T', '"data":"U'), /not those that its name is the hash of/],
      [
        "a byte of a picture",
        changed(picture, /"data":"..../, '"data":"AAAA'),
        /not those that its name is the hash of/,
      ],
      ["a part is gone", lines.toSpliced(first + 1, 1), /this part of it does not belong here/],
      ["the last part is gone", lines.toSpliced(last, 1), /the rest of [0-9a-f]{64} belongs here/],
      ["all are gone", lines.filter((line) => !isFile(line)), /file [0-9a-f]{64}, which was handed in, is not here/],
      [
        "parts in another order",
        lines.with(first, lines[first + 1]).with(first + 1, lines[first]),
        /does not belong here/,
      ],
      [
        "twice",
        lines.toSpliced(
          last + 1,
          0,
          ...lines.slice(first, last + 1),
        ),
        /twice/,
      ],
      ["of no entry", changed(first, /"file_id":"[0-9a-f]{4}/, '"file_id":"0000'), /no entry of the log says/],
      ["of no text", changed(picture, mediaId, "A".repeat(43)), /no text of the exam refers/],
      [
        "said to be without",
        lines.map((line) => line.replace('"with_files":true,', "")),
        /says that it is without files/,
      ],
    ];
    for (const [name, forged, said] of cases) {
      const { misfit } = await verifyLines(forged);
      assert.match(misfit?.what ?? "it fits", said, name);
    }
  },
);

hallTest("[EV32] what is erased is in no export afterwards, nor in the store", async (hall) => {
  const { exam, ada } = await handedIn(hall);
  await eraseAttempt(hall.services.attempts, hall.services.audit, ada.attemptId);
  const verdict = await verifyLines(await exportedLines(hall, exam, WITH_FILES));
  assert.equal(verdict.misfit, null);
  assert.deepEqual(verdict.contents, { files: 1, pictures: 1 });
  assert.deepEqual(await hall.stores.attemptFiles.list(ada.attemptId), []);
  assert.deepEqual(await Array.fromAsync(hall.kv.list({ prefix: ["attempt_file_part", ada.attemptId] })), []);
});
