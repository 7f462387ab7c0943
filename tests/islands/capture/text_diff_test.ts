import assert from "node:assert/strict";
import fc from "fast-check";
import { splitsPair, type TextChange, textDiff } from "../../../islands/capture/text_diff.ts";

function applied(text: string, { at, removed, inserted }: TextChange): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

Deno.test("[CA03] the change is where the caret is, however often the letter stands there", () => {
  assert.deepEqual(textDiff("aaa", "aaaa", 2), { at: 1, removed: 0, inserted: "a" });
  assert.deepEqual(textDiff("aaa", "aa", 1), { at: 1, removed: 1, inserted: "" });
  assert.deepEqual(textDiff("one two", "one 2", 5), { at: 4, removed: 3, inserted: "2" });
});

Deno.test("[CA03] a character outside the basic plane is never cut in half", () => {
  const change = textDiff("a😀b", "a😁b", 3);
  assert.deepEqual(change, { at: 1, removed: 2, inserted: "😁" });
});

Deno.test("[CA03] applying the change to what was before gives what is after, whatever the texts and the caret", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "😀", "😁", "é", "\n"), maxLength: 20 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: -2, max: 45 }), (before, after, caret) => {
      const change = textDiff(before, after, caret);
      if (change === null) return assert.equal(before, after);
      assert.equal(applied(before, change), after);
      assert.ok(change.removed + change.inserted.length <= before.length + after.length);
      assert.ok(!splitsPair(before, change.at) && !splitsPair(before, change.at + change.removed));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("[CA03] typing one letter is one letter", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 30 });
  fc.assert(fc.property(letters, fc.nat(30), fc.constantFrom("a", "b"), (before, place, letter) => {
    const at = Math.min(place, before.length);
    const after = before.slice(0, at) + letter + before.slice(at);
    assert.deepEqual(textDiff(before, after, at + 1), { at, removed: 0, inserted: letter });
  }));
});
