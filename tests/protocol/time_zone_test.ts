import assert from "node:assert/strict";
import { ExamDocument } from "../../protocol/exam_document.ts";

Deno.test("[WR19] an exam names the zone that its times are written by, and a name that is none is refused", () => {
  const exam = { code: "BIO", title: "B", duration_minutes: 5, questions: [{ id: "q", type: "essay", text: "?" }] };
  assert.equal(ExamDocument.parse({ ...exam, time_zone: "Europe/Berlin" }).time_zone, "Europe/Berlin");
  assert.equal(ExamDocument.parse(exam).time_zone, undefined);
  for (const time_zone of ["Mars/Olympus", "+02:00", "", "Europe/Berlin\n"]) {
    const parsed = ExamDocument.safeParse({ ...exam, time_zone });
    assert.deepEqual(
      parsed.error?.issues.map(({ path, message }) => [path, message]),
      [[["time_zone"], "time_zone"]],
      time_zone,
    );
  }
});
