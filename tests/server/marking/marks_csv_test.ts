import assert from "node:assert/strict";
import type { ExamMarks } from "../../../protocol/marks.ts";
import { csvCell, marksCsv } from "../../../server/marking/marks_csv.ts";

Deno.test("[MK6] the CSV has a line for each attempt, and runs nothing in a spreadsheet", () => {
  const attempt: ExamMarks["attempts"][number] = {
    attempt_id: "-abc",
    name: '=HYPERLINK("https://example.org")',
    number: "+49",
    state: "submitted",
    total: 1.5,
    complete: false,
    verdict: null,
    marks: { q1: { points: 1.5, max: 2, by: "auto" }, q2: { points: null, max: 1, by: null } },
  };
  assert.equal(
    marksCsv({ max: 3, attempts: [attempt] }, ["q1", "q2"]),
    "\ufeffattempt_id,name,number,state,total,max,complete,verdict,q1,q2\r\n" +
      `'-abc,"'=HYPERLINK(""https://example.org"")",'+49,submitted,1.5,3,false,,1.5,\r\n`,
  );
});

Deno.test("[MK6] whatever a spreadsheet takes for a formula is disarmed, and nothing else is", () => {
  for (const text of ["=1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\t1", "＝1", "\u00a0-1"]) {
    assert.equal(csvCell(text), `'${text}`, JSON.stringify(text));
  }
  assert.equal(csvCell("\r=1"), `"'\r=1"`);
  for (const text of ["Ada", "O'Neill", "Anne-Marie", "a=b", "q1"]) assert.equal(csvCell(text), text);
  assert.deepEqual([csvCell("Lee, Ada"), csvCell('a "b"'), csvCell(null), csvCell(0)], [
    '"Lee, Ada"',
    '"a ""b"""',
    "",
    "0",
  ]);
});
