import assert from "node:assert/strict";
import fc from "fast-check";
import { ITEMS, type QuestionType } from "../../../../protocol/items/registry.ts";
import { mediaIdsIn } from "../../../../protocol/media_ids.ts";
import { writeFile } from "../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";
import { anyExam } from "./any_exam.ts";

/** Formats whose files hold pictures. */
const WITH_PICTURES = new Set(["json", "moodle_xml", "qti"]);

for (const format of ["json", "moodle_xml", "qti", "gift", "csv"] as const) {
  Deno.test(`[IT80] an exam comes back from ${format} with its sections, pools, feedback and tags`, async () => {
    for (const type of Object.keys(ITEMS) as QuestionType[]) {
      await fc.assert(
        fc.asyncProperty(anyExam(type), async (exam) => {
          const back = await readFile(writeFile(exam, format), format, { isWhole: true });
          assert.deepEqual(back.questions, exam.questions);
          assert.deepEqual(back.sections, exam.sections);
          assert.deepEqual(back.pools, exam.pools);
          const shown = [...mediaIdsIn([exam.questions, exam.sections])];
          if (WITH_PICTURES.has(format)) {
            assert.deepEqual(back.notes, []);
            assert.deepEqual([...back.pictures.keys()].toSorted(), shown.toSorted());
            for (const [id, { content }] of back.pictures) assert.deepEqual(content, exam.pictures.get(id)?.content);
          } else {assert.deepEqual(
              new Set(back.notes.map(({ told }) => told.key)),
              new Set(shown.length > 0 ? ["pictures_elsewhere"] : []),
            );}
        }),
        { numRuns: 60 },
      );
    }
  });
}
