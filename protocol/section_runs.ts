/**
 * Questions in runs of one section each, in their order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const runs = sectionRuns([{ section: "a" }, { section: "a" }, { section: "b" }]);
 * assert.deepEqual(runs.map((run) => run.length), [2, 1]);
 * ```
 */
export function sectionRuns<Question extends { section?: string }>(questions: readonly Question[]): Question[][] {
  const runs: Question[][] = [];
  for (const question of questions) {
    const run = runs.at(-1);
    if (run !== undefined && run[0].section === question.section) run.push(question);
    else runs.push([question]);
  }
  return runs;
}
