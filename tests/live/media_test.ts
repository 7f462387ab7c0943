import assert from "node:assert/strict";
import { MediaAnswer, RenderAnswer } from "../../protocol/media.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { backUp } from "../../server/delivery/backup.ts";
import { restore } from "../../server/delivery/restore.ts";
import { createStores } from "../../server/store/stores.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { bytesOf, DRAWING, PICTURE } from "../support/pictures.ts";

const essay = (text: string) => ({ id: "q1", type: "essay", text });

async function add(server: LiveServer, examId: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  return await fetch(`${server.url}/api/exams/${examId}/media`, {
    method: "POST",
    headers: { authorization: `Bearer ${await server.signIn()}`, "content-type": "text/html" },
    body: bytes,
  });
}

const document = { code: "MEDIA", title: "M", duration_minutes: 30, questions: [essay("?")] };

liveTest(
  "[TX14] a picture is served for ever as what it is, without a token, and runs and loads nothing",
  async (server) => {
    const { examId } = await server.publish({ ...document, state: "draft" });
    for (const [bytes, type] of [[PICTURE, "image/png"], [bytesOf(DRAWING), "image/svg+xml"]] as const) {
      const added = await add(server, examId, bytes);
      assert.equal(added.status, 201);
      const { media_id: mediaId } = MediaAnswer.parse(await added.json());
      const again = MediaAnswer.parse(await (await add(server, examId, bytes)).json());
      assert.equal(again.media_id, mediaId);
      const { status, headers, body } = await fetch(`${server.url}/media/${examId}/${mediaId}`);
      assert.equal(status, 200);
      assert.equal(headers.get("content-type"), type);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable");
      assert.equal(
        headers.get("content-security-policy"),
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      );
      await body?.cancel();
      for (
        const path of [
          `/media/${examId}/${"a".repeat(43)}`,
          `/media/other/${mediaId}`,
          `/media/${examId}/${"x".repeat(3_000)}`,
        ]
      ) {
        const answer = await server.call("GET", path, null);
        assert.deepEqual([answer.status, answer.headers.get("cache-control")], [404, "no-store"], path);
      }
    }
  },
);

liveTest("[TX10] what is no picture, or too large, is refused with the limit, and stores nothing", async (server) => {
  const { examId } = await server.publish(document);
  const refused = await add(server, examId, bytesOf("<html>"));
  assert.equal(refused.status, 422);
  const large = await add(server, examId, new Uint8Array(2 * 1024 * 1024 + 1));
  assert.equal(large.status, 413);
  assert.match(await large.text(), /2097152/);
  assert.match(await refused.text(), /PNG, JPEG, WebP and SVG/);
  assert.deepEqual(await server.services.stores.media.list(examId), []);
  assert.equal((await add(server, "no-exam", PICTURE)).status, 404);
});

liveTest("[TX15] a backup brings pictures back", async (server) => {
  const { examId } = await server.publish(document);
  const { media_id: mediaId } = MediaAnswer.parse(await (await add(server, examId, PICTURE)).json());
  const lines = await Array.fromAsync(backUp(server.services.stores.whole, server.services.now()));
  const kv = await Deno.openKv(":memory:");
  try {
    const stores = createStores(kv);
    await restore(stores.whole, () => Promise.resolve(new Blob(lines as BlobPart[]).stream()));
    assert.deepEqual(await stores.media.read(examId, mediaId), { type: "image/png", content: PICTURE });
  } finally {
    kv.close();
  }
});

liveTest(
  "[TX17] an author is told of a picture without alternative text and of a formula that cannot be read",
  async (server) => {
    const token = await server.signIn();
    const media = `media:${"m".repeat(43)}`;
    const questions = [{
      id: "q1",
      section: "s1",
      type: "single_choice",
      text: `![](${media})`,
      choices: [{ id: "a", text: `![A tree](${media})` }, { id: "b", text: "$\\frac{$" }],
    }];
    const sections = [{ id: "s1", title: "First", text: `$x$ ![](${media})` }];
    const marked = { ...document, text_format: "markdown", instructions: "$\\x$", sections, questions };
    const answer = await server.call("POST", "/api/exams", token, marked);
    assert.deepEqual(CreateExamAnswer.parse(answer.body).warnings.map(({ code, path }) => [code, path]), [
      ["formula_unread", "instructions"],
      ["picture_without_text", "sections.0.text"],
      ["picture_without_text", "questions.0.text"],
      ["formula_unread", "questions.0.choices.1.text"],
    ]);
    const plain = await server.call("POST", "/api/exams", token, { ...marked, code: "PLAIN", text_format: "plain" });
    assert.deepEqual(CreateExamAnswer.parse(plain.body).warnings, []);
  },
);

liveTest("[TX18] authors see texts as students will, bounded, and nothing is stored", async (server) => {
  const token = await server.signIn();
  const media = `media:${"m".repeat(43)}`;
  const call = async (body: unknown) => await server.call("POST", "/api/render", token, body);
  const answer = await call({ text: `![](${media})`, texts: ["**x**"], exam_id: "e1" });
  const { html, warnings } = RenderAnswer.parse(answer.body);
  assert.match(html[0], /<img src="\/media\/e1\/m{43}" alt=""/);
  assert.equal(html[1], '<p dir="auto"><strong>x</strong></p>\n');
  assert.deepEqual(warnings.map(({ index, code }) => [index, code]), [[0, "picture_without_text"]]);
  assert.deepEqual(RenderAnswer.parse((await call({ text: "" })).body), { html: [""], warnings: [] });
  assert.equal((await call({ text: "x".repeat(20_001) })).status, 422);
  assert.equal(errorOf(await call({ texts: Array(501).fill("x") })).path, "texts");
  assert.equal((await call({ text: "x", exam_id: '"><script>' })).status, 422);
});
