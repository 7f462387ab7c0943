import assert from "node:assert/strict";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import type { Exam } from "../../../server/store/exam_store.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** Three students; the first has two flags, of which one was decided on. */
async function satExam(hall: Hall): Promise<Exam> {
  const exam = await hall.exam({ policy: { flag_at: 55 } });
  const ada = await hall.join("Ada", "HALL", "7001");
  await hall.sit(ada, "steady", 4, 8_000);
  const mark = { t: 5, at: hall.now, by: "amina", note: "looks at a phone" };
  const first = await raiseFlag(ada, hall.stores.flags, mark);
  await decideFlag(ada, hall.stores.flags, { flagId: first.flag_id, state: "confirmed", by: "bruno", now: hall.now });
  const rule = { code: "risk_above" as const, risk: 55 };
  await raiseFlag(ada, hall.stores.flags, { ...mark, by: "rule", note: "", rule });
  await hall.end(ada);
  for (const name of ["Bo", "Cy"]) {
    const attempt = await hall.join(name, "HALL", `number-${name}`);
    await hall.append(attempt, [typed(10), typed(20)]);
    await hall.end(attempt);
  }
  return exam;
}

type Change = (lines: string[]) => string[];

/** Changes the first line that says `said`. */
const changing = (said: string | RegExp, from: string | RegExp, to: string): Change => (lines) => {
  const index = lineOf(lines, said) - 1;
  const changed = lines[index].replace(from, to);
  assert.notEqual(changed, lines[index]);
  return lines.with(index, changed);
};

const dropping = (said: string | RegExp): Change => (lines) => lines.toSpliced(lineOf(lines, said) - 1, 1);

const counting = (what: string, change: Change): Change => (lines) =>
  change(lines).map((line) =>
    line.startsWith('{"kind":"end"') ? line.replace(RegExp(`"${what}":(\\d+)`), (_, n) => `"${what}":${n - 1}`) : line
  );

/** Lines where attempts begin, in the file's order: of the ids, which are random. */
function attemptLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => line.startsWith('{"kind":"attempt"') ? [index + 1] : []);
}

const nth = (index: number) => (lines: readonly string[]) => attemptLines(lines).at(index) ?? 0;
const endLine = (lines: readonly string[]) => lines.length;

/** Two students' names, each in the other's place, with everything that stands beside them. */
const exchangingNames: Change = (lines) => {
  const [one, two] = attemptLines(lines).map((line) => line - 1);
  const student = /"student":\{[^}]*\},"student_salt":"[^"]*"/;
  const [ofOne, ofTwo] = [one, two].map((index) => lines[index].match(student)?.[0] ?? "");
  return lines.with(one, lines[one].replace(student, ofTwo)).with(two, lines[two].replace(student, ofOne));
};

/** The whole of an attempt taken out. */
const droppingAttempt = (index: number): Change => (lines) => {
  const from = nth(index)(lines) - 1;
  return lines.toSpliced(from, lineOf(lines, '{"kind":"head"', from) - from);
};

/** What is done to the lines, the line that does not fit, as it stands in the forged file, and what is said of it. */
const ATTACKS: [what: string, change: Change, line: (forged: string[]) => number, said: RegExp][] = [
  ["exchanges two names", exchangingNames, nth(0), /name and number/],
  [
    "writes another name",
    changing('"name":"Cy"', '"name":"Cy"', '"name":"Cyr"'),
    (lines) => lineOf(lines, '"name":"Cyr"'),
    /name and number/,
  ],
  [
    "writes another number",
    changing('"name":"Ada"', "7001", "7002"),
    (lines) => lineOf(lines, '"name":"Ada"'),
    /name and number/,
  ],
  [
    "drops a flag",
    counting("flags", dropping("looks at a phone")),
    (lines) => lineOf(lines, '{"kind":"head"', lineOf(lines, '"name":"Ada"')),
    /flag .* is not here/,
  ],
  [
    "dismisses a flag",
    changing("looks at a phone", '"state":"confirmed"', '"state":"dismissed"'),
    (lines) => lineOf(lines, "looks at a phone"),
    /log says that the flag is confirmed/,
  ],
  [
    "writes another note",
    changing("looks at a phone", "looks at a phone", "looks at a clock"),
    (lines) => lineOf(lines, "looks at a clock"),
    /another one than was raised/,
  ],
  [
    "says that another raised it",
    changing('"note":"looks at a phone"', '"by":"amina"', '"by":"bruno"'),
    (lines) => lineOf(lines, "looks at a phone"),
    /another one than was raised/,
  ],
  ["changes the policy", changing('{"kind":"exam"', '"flag_at":55', '"flag_at":90'), () => 1, /policy/],
  ["changes a question", changing('{"kind":"exam"', "Write.", "Writing"), () => 1, /not the one that was signed/],
  [
    "drops an attempt",
    counting("attempts", droppingAttempt(0)),
    nth(0),
    /belongs here/,
  ],
  [
    "drops the last attempt",
    counting("attempts", droppingAttempt(-1)),
    (lines) => lineOf(lines, '{"kind":"action"'),
    /belongs here/,
  ],
  [
    "drops an attempt from the manifest, too",
    (lines) => {
      const [, id] = lines[nth(-1)(lines) - 1].match(/"attempt_id":"([^"]+)"/) ?? [];
      return droppingAttempt(-1)(changing('{"kind":"manifest"', RegExp(`,?"${id}"`), "")(lines));
    },
    () => 2,
    /manifest's signature/,
  ],
  [
    "drops an entry",
    counting("entries", dropping('"seq":3,')),
    (lines) => lineOf(lines, '"seq":4,'),
    /belongs/,
  ],
  [
    "drops the last entry and sets the head back",
    (lines) => {
      const dropped = lineOf(lines, '"kind":"ended"') - 1;
      const prev = JSON.parse(lines[dropped]).entry.prev;
      const head = lineOf(lines, '{"kind":"head"') - 1;
      const { n, ...rest } = JSON.parse(lines[head]);
      return lines.with(head, JSON.stringify({ ...rest, n: n - 1, chain: prev })).toSpliced(dropped, 1);
    },
    (lines) => lineOf(lines, '{"kind":"head"'),
    /signature of the log's end/,
  ],
  [
    "grants more time",
    changing('{"kind":"attempt"', '"extra_time_percent":0', '"extra_time_percent":50'),
    nth(0),
    /accommodations/,
  ],
  [
    "says that it was terminated",
    changing('{"kind":"attempt"', '"state":"submitted"', '"state":"terminated"'),
    nth(0),
    /by its log the attempt is submitted/,
  ],
  [
    "takes the events away as if their time were over",
    changing('{"kind":"attempt"', '"are_events_kept":true', '"are_events_kept":false'),
    nth(0),
    /tombstone/,
  ],
  [
    "changes what nothing but the whole file's signature holds",
    changing('{"kind":"action"', '"who":"amina"', '"who":"bruno"'),
    endLine,
    /signature of the whole file/,
  ],
];

hallTest("[EV6] whoever changes an export and seals it anew with our code is refused, by the line", async (hall) => {
  const exam = await satExam(hall);
  await hall.services.audit.write({
    who: "amina",
    role: "proctor",
    from: null,
    requestId: null,
    what: "close_exam",
    about: `exam:${exam.examId}`,
  });
  const lines = await exportedLines(hall, exam);
  assert.equal((await verifyLines(lines)).misfit, null);
  for (const [what, change, line, said] of ATTACKS) {
    const forged = change(lines);
    const { misfit } = await verifyLines(forged);
    assert.match(misfit?.what ?? "nothing", said, `who ${what}`);
    assert.equal(misfit?.line, line(forged), `who ${what}`);
  }
});

hallTest("[EV6] what an older export held of an attempt does not fit into a newer one", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(10)]);
  const blockOf = (lines: string[]): [from: number, length: number] => {
    const from = nth(0)(lines) - 1;
    return [from, lineOf(lines, '{"kind":"head"') - from];
  };
  const older = await exportedLines(hall, exam);
  const head = older[lineOf(older, '{"kind":"head"') - 1];
  await raiseFlag(attempt, hall.stores.flags, { t: 10, at: hall.now, by: "amina", note: "" });
  hall.now += 1_000;
  const newer = await exportedLines(hall, exam);
  const [from, length] = blockOf(older);
  const spliced = newer.toSpliced(...blockOf(newer), ...older.slice(from, from + length));
  const { misfit } = await verifyLines(spliced);
  assert.match(misfit?.what ?? "nothing", /signature of the log's end/);
  assert.equal(misfit?.line, spliced.indexOf(head) + 1);
});

hallTest("[EV6] an export without its key or its signatures is none", async (hall) => {
  const lines = await exportedLines(hall, await satExam(hall));
  const bare = lines.map((line) => line.replace(/,"signature":"[^"]*"/, "").replace(/"key":\{[^}]*\},/, ""));
  assert.equal((await verifyLines(bare)).misfit?.line, 1);
  const old = bare.map((line) => line.replace('"format":2', '"format":1'));
  assert.equal((await verifyLines(old)).misfit?.line, 1);
});
