import assert from "node:assert/strict";
import { AddToBankAnswer, BankItemAnswer, BankList, TakeFromBankAnswer } from "../../protocol/bank.ts";
import { CreateExamAnswer, InviteAnswer } from "../../protocol/staff.ts";
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { tidyPictures, UNUSED_FOR_MS } from "../../server/exams/media/tidy_pictures.ts";
import { bytesOf, DRAWING, PICTURE } from "../support/pictures.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";

const RIVER = { id: "q1", type: "short_text", text: "Which river runs through Paris?", correct: ["Seine"], points: 2 };
const COFFEE = {
  id: "q2",
  type: "single_choice",
  text: "Where was the first café?",
  choices: [{ id: "a", text: "Wien" }, { id: "b", text: "Venedig" }],
  correct: "b",
};

/** An instructor of their own, signed in. */
async function instructor(server: LiveServer, admin: string, username: string): Promise<string> {
  const password = `a-long-enough-password-of-${username}`;
  const invited = await server.call("POST", "/api/invitations", admin, { username, role: "instructor", exam_ids: [] });
  const { token } = InviteAnswer.parse(invited.body);
  await server.call("POST", "/api/invitations/accept", null, { token, password });
  return await server.signIn(username, password);
}

async function add(server: LiveServer, by: string, questions: unknown[], shared = false): Promise<string[]> {
  const added = await server.call("POST", "/api/bank", by, { questions, shared });
  assert.equal(added.status, 201);
  return AddToBankAnswer.parse(added.body).item_ids;
}

async function list(server: LiveServer, by: string, query = ""): Promise<BankList> {
  return BankList.parse((await server.call("GET", `/api/bank?${query}`, by)).body);
}

const idsOf = ({ items }: BankList) => items.map(({ item_id }) => item_id);

liveTest("[BA1] questions of the bank are found by words without case and accents, and by type", async (server) => {
  const admin = await server.signIn();
  const refused = await server.call("POST", "/api/bank", admin, { questions: [RIVER, { ...COFFEE, correct: "z" }] });
  assert.deepEqual([refused.status, errorOf(refused).path], [422, "questions.1.correct"]);
  assert.equal((await list(server, admin)).total, 0);
  const [river, coffee] = await add(server, admin, [RIVER, COFFEE]);
  assert.deepEqual(new Set(idsOf(await list(server, admin))), new Set([river, coffee]));
  assert.deepEqual(idsOf(await list(server, admin, "search=CAFE%20venedig")), [coffee]);
  assert.deepEqual(idsOf(await list(server, admin, "search=cafe%20paris")), []);
  assert.deepEqual(idsOf(await list(server, admin, "type=short_text")), [river]);
  const [tagged] = await add(server, admin, [{ ...RIVER, tags: ["Été", "water"] }]);
  assert.deepEqual(idsOf(await list(server, admin, "search=ete")), [tagged]);
  const byTag = await list(server, admin, "tag=water");
  assert.deepEqual([idsOf(byTag), byTag.tags], [[tagged], [{ tag: "water", n: 1 }, { tag: "Été", n: 1 }]]);
  const page = await list(server, admin, "limit=1&from=1");
  assert.deepEqual([page.items.length, page.total], [1, 3]);
});

liveTest("[BA2] a question is its owner's until it is shared, and theirs to change after that", async (server) => {
  const admin = await server.signIn();
  const amina = await instructor(server, admin, "amina");
  const bo = await instructor(server, admin, "bo");
  const [itemId] = await add(server, amina, [RIVER]);
  assert.deepEqual(idsOf(await list(server, bo)), []);
  assert.equal((await server.call("GET", `/api/bank/${itemId}`, bo)).status, 404);
  const change = (by: string, shared: boolean, question: unknown = RIVER) =>
    server.call("PUT", `/api/bank/${itemId}`, by, { revision: 1, question, shared });
  assert.equal((await change(bo, true)).status, 404);
  assert.equal((await change(amina, true)).status, 200);
  const seen = await list(server, bo);
  assert.deepEqual([idsOf(seen), seen.items[0].mine, seen.items[0].owner], [[itemId], false, "amina"]);
  assert.equal(errorOf(await change(bo, true, { ...RIVER, points: 3 })).code, "forbidden");
  assert.equal((await server.call("DELETE", `/api/bank/${itemId}`, bo)).status, 403);
  assert.equal((await server.call("DELETE", `/api/bank/${itemId}`, admin)).status, 204);
  assert.equal((await server.call("GET", `/api/bank/${itemId}`, amina)).status, 404);
  assert.equal((await list(server, amina)).total, 0);
});

liveTest("[BA3] a change is a revision, what was before is kept, and a stale one is refused", async (server) => {
  const admin = await server.signIn();
  const [itemId] = await add(server, admin, [RIVER]);
  const change = async (revision: number, points: number) =>
    await server.call("PUT", `/api/bank/${itemId}`, admin, { revision, question: { ...RIVER, points }, shared: false });
  assert.equal(BankItemAnswer.parse((await change(1, 2)).body).revision, 1);
  assert.equal(BankItemAnswer.parse((await change(1, 5)).body).revision, 2);
  const stale = await change(1, 7);
  assert.deepEqual([stale.status, errorOf(stale)], [409, { code: "conflict", path: "revision" }]);
  const read = async (query = "") => (await server.call("GET", `/api/bank/${itemId}${query}`, admin)).body;
  const now = BankItemAnswer.parse(await read());
  assert.deepEqual([now.question.points, now.history.map(({ revision, by }) => [revision, by])], [5, [[1, "admin"], [
    2,
    "admin",
  ]]]);
  assert.equal(BankItemAnswer.parse(await read("?revision=1")).question.points, 2);
  assert.equal((await server.call("GET", `/api/bank/${itemId}?revision=3`, admin)).status, 404);
  assert.equal((await server.call("DELETE", `/api/bank/${itemId}`, admin)).status, 204);
  assert.equal(await server.services.stores.bank.revision(itemId, 1), null);
});

liveTest("[BA4] a question of the bank says which exams hold it, and they keep it when it goes", async (server) => {
  const admin = await server.signIn();
  const [itemId] = await add(server, admin, [RIVER]);
  const document = {
    code: "RIVERS",
    title: "Rivers",
    duration_minutes: 5,
    questions: [{ ...RIVER, bank: { item_id: itemId, revision: 1 } }],
  };
  const { exam_id } = CreateExamAnswer.parse((await server.call("POST", "/api/exams", admin, document)).body);
  const item = BankItemAnswer.parse((await server.call("GET", `/api/bank/${itemId}`, admin)).body);
  assert.deepEqual(item.used_in, [{ exam_id, title: "Rivers", code: "RIVERS", revision: 1 }]);
  assert.equal((await server.call("DELETE", `/api/bank/${itemId}`, admin)).status, 204);
  assert.equal((await server.services.exams.get(exam_id))?.document.questions[0].text, RIVER.text);
});

liveTest("[BA12] pictures come along into the bank and into an exam, and go with their question", async (server) => {
  const admin = await server.signIn();
  const { stores } = server.services;
  const create = async (code: string) => {
    const document = { code, title: code, duration_minutes: 5, questions: [RIVER] };
    return CreateExamAnswer.parse((await server.call("POST", "/api/exams", admin, document)).body).exam_id;
  };
  const from = await create("EXAM-A");
  const mediaId = await keepPicture(stores, from, PICTURE, 1);
  const question = {
    ...RIVER,
    pool: "p",
    text: `Which river?\n\n![It](media:${mediaId})\n\n![None](media:${"x".repeat(43)})`,
  };
  const added = await server.call("POST", "/api/bank", admin, { questions: [question], from_exam: from });
  const [itemId] = AddToBankAnswer.parse(added.body).item_ids;
  await stores.media.remove(from, mediaId);
  assert.equal(await tidyPictures(stores, UNUSED_FOR_MS * 9), 0);
  const to = await create("EXAM-B");
  const taken = await server.call("POST", `/api/exams/${to}/bank`, admin, { item_ids: [itemId] });
  const { questions } = TakeFromBankAnswer.parse(taken.body);
  assert.deepEqual([questions[0].bank, questions[0].pool], [{ item_id: itemId, revision: 1 }, undefined]);
  assert.deepEqual((await stores.media.read(to, mediaId))?.content, PICTURE);
  assert.equal((await server.call("POST", `/api/exams/${to}/bank`, admin, { item_ids: ["none"] })).status, 404);
  const send = (by: string) =>
    fetch(`${server.url}/api/bank/${itemId}/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${by}` },
      body: bytesOf(DRAWING),
    });
  assert.equal((await send(await instructor(server, admin, "bo"))).status, 404);
  assert.equal((await send(admin)).status, 201);
  assert.equal((await stores.media.list(itemId)).length, 2);
  await server.call("DELETE", `/api/bank/${itemId}`, admin);
  assert.deepEqual(await stores.media.list(itemId), []);
  assert.deepEqual((await stores.media.read(to, mediaId))?.content, PICTURE);
});

liveTest("[BA12] pictures are copied only from an exam that the caller writes", async (server) => {
  const admin = await server.signIn();
  const { stores } = server.services;
  const document = { code: "EXAM-A", title: "A", duration_minutes: 5, questions: [RIVER] };
  const { exam_id } = CreateExamAnswer.parse((await server.call("POST", "/api/exams", admin, document)).body);
  const mediaId = await keepPicture(stores, exam_id, PICTURE, 1);
  const body = { questions: [{ ...RIVER, text: `![It](media:${mediaId})` }], from_exam: exam_id };
  const amina = await instructor(server, admin, "amina");
  assert.equal((await server.call("POST", "/api/bank", amina, body)).status, 404);
  assert.equal((await server.call("POST", "/api/bank", admin, { ...body, from_exam: "nowhere" })).status, 404);
  assert.deepEqual((await list(server, admin)).items, []);
  await server.call("PUT", `/api/exams/${exam_id}/staff/amina`, admin, {});
  assert.equal((await server.call("POST", "/api/bank", amina, body)).status, 201);
});

liveTest(
  "[BA13] questions are asked after by their ids, and narrowed to one's own or what is shared",
  async (server) => {
    const admin = await server.signIn();
    const amina = await instructor(server, admin, "amina");
    const own = await add(server, amina, [RIVER, COFFEE]);
    const [shared] = await add(server, admin, [COFFEE], true);
    const [hidden] = await add(server, admin, [COFFEE]);
    assert.deepEqual(idsOf(await list(server, amina, "whose=mine")), own);
    assert.deepEqual(idsOf(await list(server, amina, "whose=shared")), [shared]);
    assert.deepEqual(
      new Set(idsOf(await list(server, amina, `ids=${own[1]},${shared},${hidden},none`))),
      new Set([own[1], shared]),
    );
    assert.equal((await list(server, amina, "ids=")).total, 0);
  },
);
