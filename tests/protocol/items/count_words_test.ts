import assert from "node:assert/strict";
import { countWords } from "../../../protocol/items/count_words.ts";

Deno.test("[CA53] words are counted as people count them, in every script; a dash is none", () => {
  const texts: [string, number][] = [
    ["  one\ttwo\n\nthree-four  ", 3],
    ["a - b — c", 3],
    ["It’s 3.5 m", 3],
    ["光合作用是植物利用太阳能把二氧化碳和水转化为葡萄糖并释放氧气的过程。", 18],
    ["two words 植物", 3],
    ["", 0],
  ];
  for (const [text, words] of texts) assert.equal(countWords(text), words, text);
});
