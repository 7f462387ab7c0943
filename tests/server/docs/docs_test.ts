import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { firstSentence } from "../../../server/docs/first_sentence.ts";
import { headingIds } from "../../../server/docs/heading_ids.ts";
import { type Doc, readDocs, renderDoc } from "../../../server/docs/read_docs.ts";
import { targetOf } from "../../../server/docs/repository_link.ts";
import { SHELVES } from "../../../server/docs/shelves.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

async function* documentsBelow(folder: string): AsyncIterable<string> {
  for await (const { name, isDirectory } of Deno.readDir(`${ROOT}/docs/${folder}`)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (isDirectory) yield* documentsBelow(path);
    else if (name.endsWith(".md")) yield path.slice(0, -".md".length);
  }
}

async function allDocs(): Promise<Doc[]> {
  return (await readDocs(ROOT)).shelves.flatMap(({ docs }) => docs);
}

/** A document in which something is tried, among others that are shown. */
function tried(text: string) {
  return renderDoc("guides/tried", text, (path) => path === "scoring" ? "The score" : undefined);
}

Deno.test("[DR1] every document but the rules is on one shelf", async () => {
  const there = (await Array.fromAsync(documentsBelow(""))).filter((path) => !/^spec(\/|$)/.test(path));
  assert.deepEqual(SHELVES.flatMap(({ paths }) => paths).sort(), there.sort());
});

Deno.test("[DR1] every document has a title, a first sentence and headings that leave out no level", async () => {
  for (const { path, title, lead, headings } of await allDocs()) {
    assert.ok(title.length > 2, path);
    assert.ok(lead.length >= 20 && lead.length <= 320, `${path}: ${lead}`);
    let above = 1;
    for (const { level, text, id } of headings) {
      assert.ok(level > 1 && level <= above + 1, `${path}: ${text}`);
      assert.notEqual(id, "", `${path}: ${text}`);
      above = level;
    }
    assert.equal(new Set(headings.map(({ id }) => id)).size, headings.length, path);
  }
});

Deno.test("[DR1] a first sentence ends at its sign, and is more than a word", () => {
  assert.equal(firstSentence("Reads `a.ts` in 1.5 s. And so on."), "Reads `a.ts` in 1.5 s.");
  assert.equal(firstSentence("Decision. The store has a version. More."), "Decision. The store has a version.");
  assert.equal(
    firstSentence("Two ways were weighed, of which one stayed:"),
    "Two ways were weighed, of which one stayed.",
  );
  assert.equal(firstSentence("Short"), "Short");
});

Deno.test("[DR2] links lead to pages, to pictures, elsewhere, or are paths of the repository", () => {
  const titleOf = (path: string) => path === "scoring" ? "The score" : undefined;
  const target = (href: string) => targetOf("guides/tried", href, titleOf);
  assert.deepEqual(target("../scoring.md"), { kind: "page", path: "scoring", href: "/docs/scoring" });
  assert.deepEqual(target("../scoring.md#what-is-not"), {
    kind: "page",
    path: "scoring",
    href: "/docs/scoring#what-is-not",
  });
  assert.deepEqual(target("../spec.md"), { kind: "file", path: "docs/spec.md" });
  assert.deepEqual(target("../../scoring/"), { kind: "file", path: "scoring" });
  assert.deepEqual(target("../images/room.png"), { kind: "image", href: "/docs/images/room.png" });
  for (const href of ["https://deno.com", "#here", "/privacy"]) {
    assert.deepEqual(target(href), { kind: "address", href });
  }
  const { html } = tried(
    "[how risk](../scoring.md) is in [scoring.md](../scoring.md), [scoring/fold.ts](../../scoring/fold.ts), [how it folds](../../scoring/fold.ts)\n\n![Rooms & more](../images/rooms.svg)",
  );
  assert.equal(
    html,
    '<p><a href="/docs/scoring">how risk</a> is in <a href="/docs/scoring">The score</a>, <code translate="no">scoring/fold.ts</code>, how it folds (<code translate="no">scoring/fold.ts</code>)</p>\n' +
      '<p><a href="/docs/images/rooms.svg"><img src="/docs/images/rooms.svg" alt="Rooms &amp; more" loading="lazy"></a></p>\n',
  );
});

Deno.test("[DR2] no document carries style, script or HTML of its own into a page", async () => {
  const { html } = tried(
    "<script>alert(1)</script>\n\nA <b>word</b>\n\n<!-- hidden -->\n\n| a |\n| -: |\n| 1 |\n\n[x](javascript:alert(1))",
  );
  assert.doesNotMatch(html, /<script|<b>|hidden|style=|href="javascript/);
  assert.match(html, /<th class="rich-right">a<\/th>/);
  assert.match(tried("| | a |\n| - | - |\n| 1 | 2 |").html, /<tr>\n<td><\/td>\n<th>a<\/th>\n<\/tr>/, "an empty corner");
  for (const doc of await allDocs()) {
    assert.doesNotMatch(doc.html, /<script|<style|<iframe|\sstyle=|\son\w+="|javascript:/i, doc.path);
  }
});

Deno.test("[DR2] an anchor is the one that GitHub gives, and none is given twice", () => {
  const idOf = headingIds();
  assert.deepEqual(["A student's own: why?", "`deno task` & more", "Twice", "Twice"].map(idOf), [
    "a-students-own-why",
    "deno-task--more",
    "twice",
    "twice-1",
  ]);
});
