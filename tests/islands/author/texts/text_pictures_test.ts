import assert from "node:assert/strict";
import { asBlock, picturesIn, withoutPicture } from "../../../../islands/author/texts/text_pictures.ts";

const ID = "a".repeat(43);
const MAP = `![A \\[big\\] map](media:${ID})`;

Deno.test("[WR94] a picture stands in a block of its own, wherever it is written", () => {
  const written = (before: string, after: string) => before + asBlock("P", before, after) + after;
  assert.equal(written("", ""), "P");
  assert.equal(written("Which?", ""), "Which?\n\nP");
  assert.equal(written("Which?\n", ""), "Which?\n\nP");
  assert.equal(written("Which?\n\n", "And?"), "Which?\n\nP\n\nAnd?");
  assert.equal(written("Which ", "one?"), "Which \n\nP\n\none?");
  assert.equal(written("Which?\n", "\nAnd?"), "Which?\n\nP\n\nAnd?");
  assert.equal(written("", "\n\nAnd?"), "P\n\nAnd?");
});

Deno.test("[WR94] a text's pictures are found with what they show, and one is removed without a trace", () => {
  const text = `Which?\n\n${MAP}\n\nAnd ![](media:${ID}) this?`;
  const [map, bare, ...others] = picturesIn(text);
  assert.deepEqual([map.alternative, bare.alternative, others], ["A [big] map", "", []]);
  assert.equal(withoutPicture(text, map), `Which?\n\nAnd ![](media:${ID}) this?`);
  assert.equal(withoutPicture(text, bare), `Which?\n\n${MAP}\n\nAnd  this?`);
  assert.equal(withoutPicture(`${MAP}\n\nWhich?`, picturesIn(`${MAP}\n\nWhich?`)[0]), "Which?");
  assert.equal(withoutPicture(`Which?\n\n${MAP}`, picturesIn(`Which?\n\n${MAP}`)[0]), "Which?");
  assert.deepEqual(picturesIn("![no](https://example.org/a.png) ![short](media:abc)"), []);
});
