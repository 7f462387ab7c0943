import assert from "node:assert/strict";
import fc from "fast-check";
import type { RosterLine } from "../../../../protocol/roster.ts";
import { Refusal } from "../../../../server/errors.ts";
import { breaks, extraTime, scored, technologies } from "../../../../server/exams/roster/cells.ts";
import { columnOf } from "../../../../server/exams/roster/columns.ts";
import { instantOf } from "../../../../server/exams/roster/instant_of.ts";
import { planChanges } from "../../../../server/exams/roster/plan_changes.ts";
import { fewNotes, readRosterFile } from "../../../../server/exams/roster/read_roster.ts";
import { rosterCsv } from "../../../../server/exams/roster/write_roster.ts";

const read = (text: string) => readRosterFile(new TextEncoder().encode(text), "Europe/Berlin");

Deno.test("[PE1] headings are known in English and German, however they are written", () => {
  for (
    const [heading, column] of [
      ["Student_Number", "number"],
      ["Matrikel-Nr.", "number"],
      ["VORNAME", "first_name"],
      ["Extra time (%)", null],
      ["extra_time", "extra_time"],
      ["Zusatzzeit in Minuten", "extra_time_minutes"],
      ["E-Mail", "kept_out"],
      ["Lieblingsfarbe", null],
    ]
  ) assert.equal(columnOf(String(heading)), column, String(heading));
});

Deno.test("[PE1] cells say extra time, breaks, technologies and signals as people write them", () => {
  const time = (text: string) => extraTime(text);
  assert.deepEqual(time("12,5 %"), { ok: true, value: { extra_time_percent: 12.5 } });
  assert.deepEqual(time("1 h"), { ok: true, value: { extra_time_minutes: 60 } });
  assert.deepEqual(time("25% + 10 Minuten"), { ok: true, value: { extra_time_percent: 25, extra_time_minutes: 10 } });
  for (const wrong of ["-5%", "much", "1e3%", "10 + 5"]) assert.equal(time(wrong).ok, false, wrong);
  assert.deepEqual(breaks("2 x 10 min"), { ok: true, value: { count: 2, minutes: 10 } });
  assert.deepEqual(breaks("2 x 10 min self"), { ok: true, value: { count: 2, minutes: 10, by_student: true } });
  assert.deepEqual(breaks("15, selbst"), { ok: true, value: { minutes: 15, by_student: true } });
  assert.deepEqual(breaks("15"), { ok: true, value: { minutes: 15 } });
  assert.deepEqual(technologies("Screen reader, Diktat"), { ok: true, value: ["screen_reader", "dictation"] });
  assert.deepEqual(scored("Time away | keyboard"), { ok: true, value: ["away", "keyboard"] });
  assert.equal(scored("everything").ok, false);
});

Deno.test("[PE32] extra time without a unit is percent, and that is said once", () => {
  const { rows, notes } = read("name,extra_time\nAda,25%\nBo,25\nCy,10 min\nDi,50\nEd,0\n");
  assert.deepEqual(notes.map(({ line, level, told }) => [line, level, told.key]), [[3, "warning", "extra_time_bare"]]);
  assert.deepEqual(
    planChanges([], rows).changes.map(({ fields: { accommodations } }) => [
      accommodations?.extra_time_percent,
      accommodations?.extra_time_minutes,
    ]),
    [[25, undefined], [25, undefined], [0, 10], [50, undefined], [undefined, undefined]],
  );
});

Deno.test("[PE33] a list without headings is read as names, each with the number behind it, and that is said", () => {
  const people = (text: string) =>
    read(text).rows.map(({ name, number }) => number === undefined ? name : [name, number]);
  const told = (text: string) => read(text).notes.map(({ line, level, told }) => [line, level, told.key]);
  assert.deepEqual(people("Ada Lovelace\n\nZoë O'Neill-Müller\n"), ["Ada Lovelace", "Zoë O'Neill-Müller"]);
  const mixed = "Ada Lovelace, 1001, ada@example.org\nBo Diddley\nCy Twombly <cy@example.org>, s-77/2\n";
  assert.deepEqual(people(mixed), [["Ada Lovelace", "1001"], "Bo Diddley", ["Cy Twombly", "s-77/2"]]);
  assert.deepEqual(told(mixed), [[1, "warning", "plain_list"], [1, "warning", "email"]]);
  assert.deepEqual(people("1001;Ada\n1002;Bo\n"), [["Ada", "1001"], ["Bo", "1002"]]);
  assert.deepEqual(people("Lovelace, Ada\nDiddley, Bo\n"), ["Ada Lovelace", "Bo Diddley"]);
  assert.deepEqual(people("Ada\nBo, 1002\nTwombly, Cy, 1003\n"), ["Ada", ["Bo", "1002"], ["Cy Twombly", "1003"]]);
  assert.deepEqual(told("Lovelace, Ada\n"), [[1, "warning", "plain_list"], [1, "warning", "name_turned"]]);
  assert.deepEqual(told("Ada\nBo 17\n").at(-1), [2, "error", "plain_line"]);
  // Headings that are not known, columns that nobody can tell apart, and what is no list of people.
  for (const wrong of ["Nom,Numéro\nAda,1\n", "Ada;Lovelace\n", "a,b,c,d\n", "<p>Ada</p>\n", "number,group\n1,A\n"]) {
    assert.throws(() => read(wrong), Refusal, wrong);
  }
  const many = read(Array.from({ length: 10_001 }, (_, n) => `Ada, ${n}`).join("\n"));
  assert.equal(many.rows.length, 10_000);
  assert.deepEqual(many.notes.at(-1)?.told.key, "too_many");
});

Deno.test("[PE1] a moment without an offset is one of the reader's zone, also over a change of the clock", () => {
  const berlin = (text: string) => instantOf(text, "Europe/Berlin");
  assert.equal(berlin("2026-07-01 09:00"), "2026-07-01T07:00:00Z");
  assert.equal(berlin("28.11.2026 9:05 Uhr"), "2026-11-28T08:05:00Z");
  assert.equal(berlin("2026-11-28T09:00-05:00"), "2026-11-28T14:00:00Z");
  assert.equal(berlin("2026-03-29 02:30"), "2026-03-29T01:30:00Z");
  for (const wrong of ["2026-02-30 09:00", "tomorrow", "2026-11-28", "28.13.2026 09:00"]) {
    assert.equal(berlin(wrong), null, wrong);
  }
  assert.equal(instantOf("2026-07-01 09:00", undefined), null);
  assert.equal(instantOf("2026-07-01 09:00", "Mars/Olympus"), null);
});

Deno.test("[PE2] ten thousand lines, and broken files, are read or refused in little time", () => {
  const began = performance.now();
  const many = read("name;number\n" + Array.from({ length: 10_001 }, (_, n) => `S ${n};${n}`).join("\n"));
  assert.equal(many.rows.length, 10_000);
  assert.deepEqual(many.notes.map(({ line, told }) => [line, told.key]), [[10_002, "too_many"]]);
  assert.equal(planChanges([], many.rows).changes.length, 10_000);
  assert.equal(read('name\n"Ada\nBo\n').notes.at(-1)?.told.key, "broken");
  assert.throws(() => read("\0\0"), Refusal);
  assert.throws(() => read("[{"), Refusal);
  assert.equal(read("[]").notes[0].told.key, "nothing");
  const faulty = read("name,extra_time\n" + "Ada,x\n".repeat(5_000));
  assert.equal(fewNotes(faulty.notes).length, 1_001);
  assert.ok(performance.now() - began < 20_000);
});

Deno.test("[PE3] whatever names and groups are called, they come back from the table as they were", () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: "binary" });
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(text, text, text), { selector: ([, number]) => number }), (people) => {
    const { changes } = planChanges(
      [],
      people.map(([name, number, group], index) => ({
        ...{ line: index + 1, name, number, set: { group }, accommodations: {} },
      })),
    );
    const lines = changes.map(({ fields, line }): RosterLine => ({
      ...{ ...fields, student_id: String(line), state: "not_come", attempt_id: null },
    }));
    if (lines.length === 0) return;
    const back = read(rosterCsv(lines));
    assert.deepEqual(back.notes, []);
    assert.deepEqual(
      planChanges([], back.rows).changes.map(({ fields }) => fields),
      changes.map(({ fields }) => fields),
    );
  }));
});

Deno.test("[PE45] a sign that nobody can see is replaced in a reason and noted, and taken out of names and groups", () => {
  const table = read("name;group;reason\nA\u0001da;Ro\u0001om;for\u0001 good\n");
  assert.deepEqual(table.notes, [{
    line: 2,
    level: "warning",
    told: { key: "unseen_replaced", values: { sign: "U+0001" } },
  }]);
  const json = read(JSON.stringify([{ name: "A\0da", group: "Room", reason: "half \ud800" }]));
  assert.deepEqual(json.notes.map(({ told }) => told), [{ key: "unseen_replaced", values: { sign: "U+D800" } }]);
  for (const [{ rows }, reason] of [[table, "for\ufffd good"], [json, "half \ufffd"]] as const) {
    const [{ fields }] = planChanges([], rows).changes;
    assert.deepEqual([fields.name, fields.group, fields.reason], ["Ada", "Room", reason]);
  }
});
