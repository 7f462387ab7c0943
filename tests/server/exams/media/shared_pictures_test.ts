import assert from "node:assert/strict";
import { AddToBankBody } from "../../../../protocol/bank.ts";
import { SYSTEM } from "../../../../server/audit/audit_log.ts";
import { addToBank, removeBankItem } from "../../../../server/bank/bank.ts";
import type { Reader } from "../../../../server/bank/reader.ts";
import { carryPictures } from "../../../../server/exams/media/carry_pictures.ts";
import { keepPicture } from "../../../../server/exams/media/keep_picture.ts";
import { CUT_OFF_AFTER_MS, tidyPictures, UNUSED_FOR_MS } from "../../../../server/exams/media/tidy_pictures.ts";
import { hallTest } from "../../../support/hall.ts";
import { PICTURE } from "../../../support/pictures.ts";

const READER: Reader = {
  kind: "staff",
  staffId: "author",
  username: "author",
  role: "instructor",
  sessionId: "",
  mustChangePassword: false,
};

hallTest("[TX45] each exam and question of the bank has a copy of its own, which outlives all others", async (hall) => {
  const { stores, services } = hall;
  const { examId: one } = await hall.exam({ code: "ONE" });
  const { examId: two } = await hall.exam({ code: "TWO" });
  const banked = AddToBankBody.parse({ questions: [{ id: "q1", type: "essay", text: "?" }] });
  const [itemId] = await addToBank(services, READER, banked, SYSTEM);
  const owners = [one, two, itemId];
  const mediaId = await keepPicture(stores, one, PICTURE, 1);
  for (const owner of [two, itemId]) await carryPictures(stores, one, owner, `media:${mediaId}`, 1);
  const readable = async () => {
    const read = await Promise.all(owners.map((owner) => stores.media.read(owner, mediaId)));
    return read.map((picture) => picture !== null);
  };
  assert.deepEqual(await readable(), [true, true, true]);
  assert.equal(await tidyPictures(stores, UNUSED_FOR_MS + 1), 2, "no text of the exams refers to it");
  assert.deepEqual(await readable(), [false, false, true]);
  await keepPicture(stores, one, PICTURE, 2);
  await removeBankItem(services, READER, itemId, SYSTEM);
  assert.deepEqual(await readable(), [true, false, false]);
});

hallTest(
  "[TX16] what was cut off in the bank goes, and what is given again while the old is tidied stays",
  async (hall) => {
    const { stores, services } = hall;
    const { examId } = await hall.exam();
    const mediaId = await keepPicture(stores, examId, PICTURE, 1);
    const [listed] = await stores.media.list(examId);
    await keepPicture(stores, examId, PICTURE, UNUSED_FOR_MS);
    assert.equal(await stores.media.removeListed(examId, listed), false);
    assert.ok(await stores.media.read(examId, mediaId));

    const banked = AddToBankBody.parse({ questions: [{ id: "q1", type: "essay", text: "?" }] });
    const [itemId] = await addToBank(services, READER, banked, SYSTEM);
    await stores.media.put(itemId, "c".repeat(43), { type: "image/png", bytes: 5, at: 1, isWhole: false });
    assert.equal(await tidyPictures(stores, CUT_OFF_AFTER_MS + 1), 1);
    assert.deepEqual(await stores.media.list(itemId), []);
  },
);

hallTest("[TX13] a picture that lost a part is whole again once it is given again", async (hall) => {
  const { kv, stores } = hall;
  const { examId } = await hall.exam();
  const mediaId = await keepPicture(stores, examId, PICTURE, 1);
  await kv.delete(["media_part", examId, mediaId, 0]);
  assert.equal(await stores.media.read(examId, mediaId), null);
  await keepPicture(stores, examId, PICTURE, 2);
  assert.ok(await stores.media.read(examId, mediaId));
});
