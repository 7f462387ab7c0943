import assert from "node:assert/strict";
import { type DocsIndex, searchDocs, written } from "../../../islands/docs/search_docs.ts";

const INDEX: DocsIndex = {
  docs: [
    {
      path: "deploy",
      title: "Deploying",
      lead: "Three ways.",
      headings: [{ id: "backup", text: "Backup and restore" }],
    },
    { path: "backups", title: "Backup", lead: "What it holds.", headings: [] },
    { path: "room", title: "Work a room", lead: "Who needs you.", headings: [] },
  ],
  words: { proxy: written(0), certificate: written(0), secrets: written(0) + written(1) },
};

Deno.test("[DR6] what has every word is found, titles first, at the heading that fits", () => {
  assert.deepEqual(searchDocs(INDEX, "backup"), [
    { href: "/docs/backups", title: "Backup", text: "What it holds." },
    { href: "/docs/deploy#backup", title: "Deploying", text: "Backup and restore" },
  ]);
  assert.deepEqual(searchDocs(INDEX, "  RESTORE, back "), [
    { href: "/docs/deploy#backup", title: "Deploying", text: "Backup and restore" },
  ]);
  assert.deepEqual(searchDocs(INDEX, "deploy backup").map(({ href }) => href), ["/docs/deploy"], "each in its place");
  assert.deepEqual(searchDocs(INDEX, "secr").map(({ href }) => href), ["/docs/deploy", "/docs/backups"], "in the text");
  assert.deepEqual(searchDocs(INDEX, "backup secrets").map(({ href }) => href), ["/docs/backups", "/docs/deploy"]);
});

Deno.test("[DR6] nothing is found for nothing, for half of the words, and for the end of a word", () => {
  for (const query of ["", "   ", "?!", "backup nowhere", "oom"]) assert.deepEqual(searchDocs(INDEX, query), [], query);
});

Deno.test("[DR6] no query finds more than a list that is read", () => {
  const docs = Array.from({ length: 500 }, (_, n) => ({ ...INDEX.docs[0], path: `p${n}` }));
  assert.equal(searchDocs({ docs, words: {} }, "backup").length, 12);
});
