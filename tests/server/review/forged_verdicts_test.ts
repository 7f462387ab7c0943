import assert from "node:assert/strict";
import fc from "fast-check";
import { giveVerdict, type NewVerdict } from "../../../server/review/give_verdict.ts";
import { makeStatement } from "../../../server/review/make_statement.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** The lines of an export with three verdicts and two statements of one attempt, and none of another. */
async function reviewedLines(hall: Hall): Promise<string[]> {
  const exam = await hall.exam();
  const other = await hall.join("Bo");
  const attempt = await hall.join("Ada");
  for (const each of [attempt, other]) {
    await hall.append(each, [typed(10, "An essay.")]);
    await hall.end(each);
  }
  const judge = (given: Partial<NewVerdict>) =>
    giveVerdict(attempt, hall.stores, {
      verdict: "suspicious",
      reasons: ["away"],
      note: "Long away.",
      by: "amina",
      now: ++hall.now,
      ...given,
    });
  const state = (text: string, t?: number) =>
    makeStatement(attempt, exam, hall.stores.privateReasons, { text, t, now: ++hall.now });
  await judge({});
  await state("I was ill.", 10);
  await judge({ verdict: "violation", reasons: ["external_text", "away"], by: "bea" });
  await state("I say so again.");
  await judge({ verdict: "satisfactory", reasons: [], note: "", by: "amina" });
  return await exportedLines(hall, exam);
}

hallTest(
  "[RV7] whichever character of a verdict or a statement is changed, and whichever line goes, comes twice or moves, is found",
  async (hall) => {
    const lines = await reviewedLines(hall);
    assert.equal((await verifyLines(lines)).misfit, null);
    const said = lines.flatMap((line, index) => /"kind":"(?:verdict_given|stated)"/.test(line) ? [index] : []);
    assert.equal(said.length, 5);
    const forgeries: Record<string, (index: number, at: number, sign: string) => string[]> = {
      character: (index, at, sign) => {
        const line = lines[index];
        // Its brackets are put there by whoever seals it.
        const place = 1 + Math.floor(at * (line.length - 2));
        return lines.with(index, line.slice(0, place) + sign + line.slice(place + 1));
      },
      out: (index) => lines.toSpliced(index, 1),
      twice: (index) => lines.toSpliced(index, 0, lines[index]),
      moved: (index, at) => lines.toSpliced(index, 1).toSpliced(Math.floor(at * (lines.length - 1)), 0, lines[index]),
      exchanged: (index, at) => {
        const other = said[Math.floor(at * said.length)];
        return lines.with(index, lines[other]).with(other, lines[index]);
      },
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(forgeries)),
        fc.constantFrom(...said),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom(...'0a9"}:, z'),
        async (how, index, at, sign) => {
          const forged = forgeries[how](index, at, sign);
          fc.pre(forged.some((line, place) => line !== lines[place]) || forged.length !== lines.length);
          assert.notEqual((await verifyLines(forged)).misfit, null, `${how} of line ${index + 1}`);
        },
      ),
      { numRuns: 150 },
    );
  },
);
