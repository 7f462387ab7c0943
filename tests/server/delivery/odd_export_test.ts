import assert from "node:assert/strict";
import { COUNTED } from "../../../server/delivery/export_line.ts";
import { LineSealer } from "../../../server/delivery/sealed_lines.ts";
import { readKeys } from "../../../server/evidence/read_keys.ts";
import { EVIDENCE_SECRET, makeEvidenceSecret, Signer } from "../../../server/evidence/signing.ts";
import { exportStatement } from "../../../server/evidence/statements.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { hallTest, typed } from "../../support/hall.ts";

/** Signs the end of changed lines anew, with a key of the forger's own. */
function resigned(lines: readonly string[], signer: Signer): string[] {
  const sealer = new LineSealer();
  const before = lines.slice(0, -1);
  for (const line of before) sealer.seal(line);
  const end = JSON.parse(lines[lines.length - 1]);
  const signature = signer.sign(exportStatement(sealer.hash, COUNTED.map((count) => end[count])));
  return [...before, JSON.stringify({ ...end, signature })];
}

hallTest("[EV8] a forger's key does not pass under the name of the server's key", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(10)]);
  const { key } = hall.services.attempts.signer;
  const secret = makeEvidenceSecret();
  await hall.kv.set(["secret", EVIDENCE_SECRET], secret);
  const forged = await exportedLines(hall, exam);
  const renamed = resigned(
    [forged[0].replace(/"key_id":"[^"]*"/, `"key_id":"${key.key_id}"`), ...forged.slice(1)],
    new Signer(secret),
  );
  const known = await verifyLines(renamed, { isServerKey: readKeys(key.key_id) });
  assert.equal(known.misfit?.line, 1);
  assert.equal(known.isKeyConfirmed, false);
  const alone = await verifyLines(renamed);
  assert.match(alone.misfit?.what ?? "", /name of another/);
});

hallTest("[EV6] a line that was written otherwise than by the server is named, whatever it is", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(10)]);
  await hall.end(attempt);
  const lines = await exportedLines(hall, exam);
  const head = lineOf(lines, '{"kind":"head"');
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const odd: [what: string, line: number, change: (line: string) => string][] = [
    ["is no JSON", head, (line) => line.replace('"n":', '"n"')],
    ["is empty", head, () => "{}"],
    [
      "is nested without end",
      lineOf(lines, '{"kind":"context"'),
      (line) => line.replace('"cohort":null', `"cohort":{"attempts":1,"features":{},"forest":${deep}}`),
    ],
    ["has a signature that is none", head, (line) => line.replace(/"signature":"[^"]*"/, '"signature":""')],
    ["has a signature that is too long", 1, (line) => line.replace(/("signature":")/, "$1AAAA")],
    [
      "has a key that is no point",
      1,
      (line) => line.replace(/"public_key":"[^"]*"/, `"public_key":"${"_".repeat(43)}"`),
    ],
    [
      "has a length that is none",
      2,
      (line) => line.replace(/"attempts":\[[^\]]*\]/, '"attempts":{"length":{"toString":1}}'),
    ],
  ];
  for (const [what, line, change] of odd) {
    const changed = change(lines[line - 1]);
    assert.notEqual(changed, lines[line - 1], what);
    const { misfit } = await verifyLines(lines.with(line - 1, changed));
    assert.equal(misfit?.line, line, `a line that ${what}`);
  }
});
