import assert from "node:assert/strict";
import { Student } from "../../protocol/exam.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { StartExamBody } from "../../protocol/start_exam.ts";

const nameOf = (name: string) => Student.safeParse({ name }).data?.name ?? null;

Deno.test("[RM65] a name has something that can be seen", () => {
  for (
    const name of [
      "",
      "  ",
      "\u200b\u200b",
      "\u3164",
      "\u2800",
      "\u115f\u1160",
      "\u0301",
      "\u{e0041}",
      "\ufeff\u2060",
      "\u{1d159}",
      "\u{13441}",
    ]
  ) {
    assert.equal(nameOf(name), null, JSON.stringify(name));
  }
});

Deno.test("[RM65] what turns the direction of writing, and every other control, is taken out", () => {
  assert.equal(nameOf("Ali\u202e eilA"), "Ali eilA");
  assert.equal(nameOf("\u2067Ali\u2069"), "Ali");
  assert.equal(nameOf("A\u200bli\u00ad\u200d\u0000"), "Ali");
  assert.equal(nameOf("  Ada\tLove\u2028lace\n"), "Ada Love lace");
  assert.equal(nameOf("Jose\u0301"), "Jos\u00e9", "composed");
});

Deno.test("[RM65] joiners stay where a script needs them", () => {
  for (
    const name of [
      "می\u200cخواهم", // Persian: two words written as one
      "ක්\u200dෂ", // Sinhala
      "ന്\u200d", // Malayalam, at the end of a word
      "Ada 👩\u200d🚀",
      "葛\u{e0100}城", // the form of a letter in a Japanese name
    ]
  ) assert.equal(nameOf(name), name.normalize("NFC"));
  assert.equal(nameOf("می\u200c"), "می", "at the end of a word it does nothing");
});

Deno.test("[RM65] a name's length is counted as a reader counts", () => {
  assert.equal(nameOf("नि".repeat(200)), "नि".repeat(200));
  assert.equal(nameOf("x".repeat(201)), null);
  assert.equal(nameOf(`A${"\u0301".repeat(40)}`), null, "marks that cover the lines above and below");
});

Deno.test("[RM65] join, roster and number know the same rule", () => {
  const roster = [{ name: "Ali\u202e", number: "7\u200b" }];
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  const exam = { code: "ABC", title: "T", duration_minutes: 1, questions };
  assert.deepEqual(ExamDocument.parse({ ...exam, roster }).roster, [{ name: "Ali", number: "7" }]);
  assert.equal(ExamDocument.safeParse({ ...exam, roster: [{ name: "\u200b" }] }).success, false);
  assert.deepEqual(StartExamBody.parse({ code: "ABC", student: { name: " Ali ", number: "7" } }), {
    code: "ABC",
    student: { name: "Ali", number: "7" },
  });
  assert.equal(StartExamBody.safeParse({ code: "ABC", student: { name: "Ali", number: "\u2800" } }).success, false);
});
