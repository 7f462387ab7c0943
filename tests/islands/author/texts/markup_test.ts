import assert from "node:assert/strict";
import { type Markup, markup } from "../../../../islands/author/texts/markup.ts";

const WORDS = { bold: "bold", item: "item", column: "Column" };

Deno.test("[WR23] what the buttons write stands around what is selected, or is an example that is selected then", () => {
  const selected = (kind: Markup, text: string, before = "") => {
    const written = markup(kind, text, before, WORDS);
    return [written.text, written.text.slice(...written.select)];
  };
  assert.deepEqual(selected("bold", ""), ["**bold**", "bold"]);
  assert.deepEqual(selected("formula", "a^2"), ["$a^2$", "a^2"]);
  assert.deepEqual(selected("formula", "a\nb"), ["$$\na\nb\n$$", "a\nb"]);
  assert.deepEqual(selected("code", "a\nb"), ["```\na\nb\n```", "a\nb"]);
  assert.deepEqual(selected("list", "a\nb", "Text"), ["\n\n- a\n- b", "a\n- b"]);
  assert.deepEqual(selected("list", "", "Text\n"), ["\n- item", "item"]);
  assert.deepEqual(selected("table", ""), ["| Column 1 | Column 2 |\n| --- | --- |\n|  | |\n", "Column 1"]);
});
