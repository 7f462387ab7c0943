import assert from "node:assert/strict";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { duplicateExam } from "../../../server/exams/duplicate_exam.ts";
import { keepPicture } from "../../../server/exams/media/keep_picture.ts";
import { CUT_OFF_AFTER_MS, tidyPictures } from "../../../server/exams/media/tidy_pictures.ts";
import { createServices } from "../../../server/create_services.ts";
import { readSettings } from "../../../server/config.ts";
import { createStores } from "../../../server/store/stores.ts";
import { dyingAfter } from "../../support/dying_kv.ts";
import { Hall } from "../../support/hall.ts";
import { PICTURE } from "../../support/pictures.ts";

Deno.test("[OP69] killed at any write, a duplicate has all of its pictures, or is not there and leaves none", async () => {
  const settings = readSettings({ INVIGIL_KV: ":memory:", INVIGIL_SECRET: "a-secret-of-the-tests-0123456789" });
  let outcomes = { none: 0, whole: 0 };
  for (let writes = 0; outcomes.whole < 2; writes++) {
    const hall = await Hall.open();
    try {
      const { stores } = hall;
      const { examId } = await hall.exam();
      const mediaId = await keepPicture(stores, examId, PICTURE, hall.now);
      const { auth } = await createServices(settings, stores, () => false, { now: () => hall.now });
      const dying = { stores: createStores(dyingAfter(hall.kv, writes)), auth, now: () => hall.now };
      await duplicateExam(dying, examId, "maker", SYSTEM).catch((error) => assert.match(String(error), /killed/));
      const copies = (await Array.fromAsync(stores.exams.ids())).filter((id) => id !== examId);
      for (const copy of copies) assert.deepEqual((await stores.media.read(copy, mediaId))?.content, PICTURE);
      if (copies.length > 0) outcomes = { ...outcomes, whole: outcomes.whole + 1 };
      else outcomes = { ...outcomes, none: outcomes.none + 1 };
      await tidyPictures(stores, hall.now + CUT_OFF_AFTER_MS);
      assert.deepEqual(await Array.fromAsync(stores.media.owners()), [examId, ...copies].sort());
    } finally {
      hall.kv.close();
    }
  }
  assert.ok(outcomes.none > 2);
});
