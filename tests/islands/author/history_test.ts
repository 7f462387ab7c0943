import assert from "node:assert/strict";
import fc from "fast-check";
import { History } from "../../../islands/author/history.ts";

Deno.test("[WR7] what is written in one place shortly after is one step; elsewhere, or later, it is another", () => {
  const history = new History("");
  history.push("a", "title", 0);
  history.push("ab", "title", 500);
  history.push("ab.", "code", 600);
  history.push("ab..", "code", 9_000);
  assert.equal(history.undo(), "ab.");
  assert.equal(history.undo(), "ab");
  assert.equal(history.undo(), "");
  assert.equal(history.canUndo, false);
  assert.equal(history.undo(), "", "before the first there is nothing");
  assert.equal(history.redo(), "ab");
  history.push("x", "", 9_100);
  assert.equal(history.canRedo, false, "who goes another way leaves the old one");
});

Deno.test("[WR7] as many steps back as forth lead to the same", () => {
  fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 40 }), (values) => {
    const history = new History(0);
    for (const value of values) history.push(value, "", 0);
    for (const value of [0, ...values].slice(0, -1).reverse()) assert.equal(history.undo(), value);
    for (const value of values) assert.equal(history.redo(), value);
  }));
});
