import assert from "node:assert/strict";
import { examOverview, type OverAttempt, writtenIn } from "../../../server/review/exam_overview.ts";
import { wilsonInterval } from "../../../scoring/wilson_interval.ts";

const attempt = (fields: Partial<OverAttempt> = {}): OverAttempt => ({
  peak: 0,
  endedBy: "student",
  isTakenOver: false,
  flags: [],
  contributions: [],
  verdict: null,
  times: null,
  written: null,
  views: null,
  losses: null,
  raised: null,
  ...fields,
});

const overviewOf = (over: readonly OverAttempt[]) =>
  examOverview(over, { underWay: 0, questions: ["q1", "q2"], signals: ["away", "takeover"] });

const flagAt = (minute: number, state: "open" | "confirmed" | "dismissed" = "open") => ({
  flag_id: `at ${minute}`,
  t: minute * 60_000,
  state,
});

Deno.test("[RV70] a peak stands with those of its level, also where it lies on a border", () => {
  const { levels, peaks } = overviewOf([0, 10, 10.01, 30, 30.01, 70, 70.01, 100].map((peak) => attempt({ peak })));
  assert.deepEqual(levels, { low: 4, medium: 2, high: 2 });
  assert.deepEqual(peaks, [2, 1, 1, 1, 0, 0, 1, 1, 0, 1]);
  assert.equal(peaks.slice(0, 3).reduce((sum, count) => sum + count, 0), levels.low);
});

Deno.test("[RV70] flags are told by minute, in at most sixty spans, and none is lost however late", () => {
  assert.deepEqual(overviewOf([attempt()]).flag_minutes, { width: 1, counts: [] });
  const few = overviewOf([attempt({ flags: [flagAt(0), flagAt(2)] }), attempt({ flags: [flagAt(2.9)] })]).flag_minutes;
  assert.deepEqual(few, { width: 1, counts: [1, 0, 2] });
  for (const last of [59, 60, 119, 120, 6_000]) {
    const { width, counts } = overviewOf([attempt({ flags: [flagAt(0), flagAt(last)] })]).flag_minutes;
    assert.ok(counts.length <= 60, `${last}: ${counts.length} spans of ${width} minutes`);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 2);
    assert.deepEqual([counts[0], counts.at(-1)], [1, 1]);
  }
});

Deno.test("[RV70] time in view is told by quartiles over those who saw the question", () => {
  const over = [10, 20, 30].map((seconds) => attempt({ times: new Map([["q1", seconds * 1_000]]) }));
  const { questions, times_of } = overviewOf([...over, attempt()]);
  assert.equal(times_of, 3);
  assert.deepEqual(questions, [
    { question: "q1", n: 3, quartile_seconds: [15, 20, 25], written: 0, quartile_characters: null },
    { question: "q2", n: 0, quartile_seconds: null, written: 0, quartile_characters: null },
  ]);
});

Deno.test("[RV78] the text of answers is told by quartiles of its length over those who wrote any, gaps together", () => {
  const over = ["a", "abc", ""].map((text) =>
    attempt({ written: writtenIn({ "q1": text, "q1.gap": "xy", "q2": ["a"] }) })
  );
  const { questions } = overviewOf([...over, attempt()]);
  assert.deepEqual(questions.map(({ written, quartile_characters }) => [written, quartile_characters]), [
    [3, [2.5, 3, 4]],
    [0, null],
  ]);
});

Deno.test("[RV71] decided flags are told by what raised them, with Wilson's interval of the confirmed", () => {
  const states = ["confirmed", "confirmed", "dismissed", "open"] as const;
  const rule = { code: "risk_above" as const, risk: 80 };
  const { flags } = overviewOf([
    attempt({ flags: states.map((state) => flagAt(1, state)) }),
    attempt({ flags: [{ ...flagAt(1), rule }] }),
  ]);
  assert.deepEqual(flags, [
    { source: "person", open: 1, confirmed: 2, dismissed: 1, share: wilsonInterval(2, 3) },
    { source: "risk_above", open: 1, confirmed: 0, dismissed: 0, share: null },
  ]);
  // As tables of Wilson's interval give it for 8 of 10.
  const { low, high } = wilsonInterval(8, 10);
  assert.deepEqual([low.toFixed(3), high.toFixed(3)], ["0.490", "0.943"]);
  assert.equal(wilsonInterval(0, 20).low, 0);
  assert.equal(wilsonInterval(20, 20).high, 1);
});

Deno.test("[RV72] a signal is held against verdicts that count, and against nothing else", () => {
  const contributions = [{ name: "away", category: "signal" as const, points: 12 }];
  const with_ = (
    word: "satisfactory" | "suspicious" | "violation",
    reasons: string[],
    more: Partial<OverAttempt> = {},
  ) => attempt({ contributions, verdict: { word, reasons }, ...more });
  const { signals } = overviewOf([
    attempt({ contributions }),
    with_("satisfactory", []),
    // Named as what was looked at and found right: it did not bear anybody out.
    with_("satisfactory", ["away"]),
    with_("violation", ["away"]),
    with_("suspicious", ["some_flag"]),
    with_("suspicious", ["away"], { contributions: [] }),
    with_("satisfactory", [], { contributions: [{ ...contributions[0], points: 0.4 }] }),
  ]);
  assert.deepEqual(signals, [{ name: "away", spoke: 5, named: 2, satisfactory: 2, share: wilsonInterval(2, 5) }]);
});
