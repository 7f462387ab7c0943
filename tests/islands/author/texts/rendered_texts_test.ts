import assert from "node:assert/strict";
import { RenderedTexts } from "../../../../islands/author/texts/rendered_texts.ts";
import { VirtualWorld } from "../../../support/virtual_world.ts";

/** Texts whose server makes capitals of them, and what it was asked. */
function open() {
  const time = new VirtualWorld(() => {
    throw new Error("Nothing connects here");
  });
  const asked: string[][] = [];
  const server = { isThere: true };
  const texts = new RenderedTexts({
    after: time.after,
    render(body) {
      const all = [...body.texts, ...body.lines];
      asked.push(all);
      if (!server.isThere) {
        return Promise.resolve({ ok: false, error: { kind: "unreachable", status: 0, message: "", path: "" } });
      }
      const html = all.map((text) => text.toUpperCase());
      const warnings = all.flatMap((text, index) => text === "![]" ? [{ index, code: "no_text", message: "" }] : []);
      return Promise.resolve({ ok: true, value: { html, warnings } });
    },
  });
  return { texts, time, asked, server };
}

Deno.test("[WR22] texts are asked about a moment after the last letter, once each, and only those that are shown", async () => {
  const { texts, time, asked } = open();
  const [field, preview] = [{}, {}];
  texts.show(preview, [{ text: "a" }, { text: "choice" }]);
  for (const text of ["ab", "abc"]) {
    await time.pass(100);
    texts.show(preview, [{ text }, { text: "choice" }]);
    texts.show(field, [{ text }]);
  }
  assert.equal(texts.get({ text: "abc" }), null);
  await time.pass(1_000);
  assert.deepEqual(asked, [["abc", "choice"]]);
  assert.deepEqual(texts.get({ text: "abc" }), { html: "ABC", warnings: [] });
  texts.show(preview, [{ text: "abc" }, { text: "choice" }, { text: "![]", isLine: true }]);
  await time.pass(1_000);
  assert.deepEqual(asked[1], ["![]"]);
  assert.deepEqual(texts.get({ text: "![]", isLine: true })?.warnings, ["no_text"]);
  assert.equal(texts.get({ text: "![]" }), null, "a line is not a text");
});

Deno.test("[WR22] many texts go in requests of bounded size, and one that fails is asked again with the next change", async () => {
  const { texts, time, asked, server } = open();
  server.isThere = false;
  texts.show({}, ["a", "b", "c"].map((letter) => ({ text: letter.repeat(15_000) })));
  await time.pass(5_000);
  assert.deepEqual(asked.map((each) => each.length), [2]);
  server.isThere = true;
  texts.show({}, [{ text: "d" }]);
  await time.pass(5_000);
  assert.deepEqual(asked.map((each) => each.length), [2, 2, 2]);
});
