import assert from "node:assert/strict";
import { judge } from "../../../lab/load/judgement.ts";
import { reportLines, reportObject } from "../../../lab/load/load_report.ts";
import type { LoadResult } from "../../../lab/load/plan.ts";

const quick = (p99: number) => ({ n: 1_000, p50: 2, p90: 5, p99, p999: p99 + 3, most: p99 + 4 });
const NONE = { n: 0, p50: 0, p90: 0, p99: 0, p999: 0, most: 0 };

/** A run of 100 students with a batch a second, in which all went well but for what is given. */
function run(given: Partial<LoadResult> = {}): LoadResult {
  return {
    said: "result",
    seconds: 10,
    sent: 1_200,
    acked: 1_200,
    acksPerSecond: 100,
    eventsPerSecond: 1_000,
    ackMs: quick(12),
    lateMs: quick(6),
    silenceMs: 20,
    pushMs: NONE,
    alertMs: NONE,
    frameBytes: 0,
    frameChanges: 0,
    sentBytes: 900_000,
    generator: { process: 0.1, thread: 0.09, waited: 0 },
    lost: 0,
    breaks: 0,
    problems: [],
    ...given,
  };
}

const verdict = (given: Partial<LoadResult>) => judge(run(given), 100, 1_000);

Deno.test("[SI18] judge() says nothing of the server where the generator was the limit, or did not come to send", () => {
  const busy = verdict({ generator: { process: 1, thread: 0.95, waited: 0 }, lost: 3 });
  assert.equal(busy.isHeld, null);
  assert.match(busy.sentence, /says nothing of the server\. The generator was the limit/);
  const late = verdict({ lateMs: quick(400), ackMs: quick(900) });
  assert.equal(late.isHeld, null);
  assert.match(late.sentence, /up to 400 ms late/);
});

Deno.test("[SI17] judge() calls a hall held where everything was stored and answered soon, and says what was not", () => {
  assert.deepEqual(verdict({}), {
    isHeld: true,
    sentence: "The server holds 100 students: every batch was stored, 99 of 100 within 12 ms.",
  });
  const wrong: [Partial<LoadResult>, RegExp][] = [
    [{ lost: 2 }, /2 batches of 100 students were never acknowledged/],
    [{ problems: ["a socket was closed: 4429 rate_limited (7 times)"] }, /4429 rate_limited \(7 times\)\.$/],
    [{ acksPerSecond: 60 }, /does not keep up with 100 students: 60\/s of 100\/s acks/],
    [{ ackMs: quick(251) }, /longer than 251 ms/],
  ];
  for (const [given, sentence] of wrong) {
    assert.equal(verdict(given).isHeld, false);
    assert.match(verdict(given).sentence, sentence);
  }
});

Deno.test("reportLines() and reportObject() tell the same run", () => {
  const asked = { students: 100, intervalMs: 1_000, eventsPerBatch: 10 };
  const lines = reportLines(asked, run(), judge(run(), 100, 1_000));
  assert.ok(lines.some((line) => /^acks +100\.0 a second of 100\.0 that were due$/.test(line)));
  assert.ok(lines.some((line) => /^sent +0\.9 MB, 0\.72 Mbit\/s$/.test(line)));
  assert.ok(lines.some((line) => /^problems +none$/.test(line)));
  assert.ok(!lines.some((line) => line.startsWith("send to proctor")));
  assert.match(lines[lines.length - 1], /^The server holds 100 students/);
  const told = reportObject(asked, run({ pushMs: quick(200) }), judge(run(), 100, 1_000));
  assert.equal(told.is_held, true);
  assert.equal(told.push_ms?.p99, 200);
  assert.equal(reportObject(asked, run(), judge(run(), 100, 1_000)).push_ms, null);
});
