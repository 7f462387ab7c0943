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

Deno.test("[DR6] what has the words is found, titles first, at the heading that fits", () => {
  assert.deepEqual(searchDocs(INDEX, "backup"), [
    { href: "/docs/backups", title: "Backup", text: "What it holds." },
    { href: "/docs/deploy#backup", title: "Deploying", text: "Backup and restore" },
  ]);
  assert.deepEqual(searchDocs(INDEX, "  RESTORE, back "), [
    { href: "/docs/deploy#backup", title: "Deploying", text: "Backup and restore" },
    { href: "/docs/backups", title: "Backup", text: "What it holds." },
  ]);
  assert.deepEqual(searchDocs(INDEX, "deploy backup").map(({ href }) => href), ["/docs/deploy", "/docs/backups"]);
  assert.deepEqual(searchDocs(INDEX, "secr").map(({ href }) => href), ["/docs/deploy", "/docs/backups"], "in the text");
  assert.deepEqual(searchDocs(INDEX, "deploy").map(({ text }) => text), ["Three ways."], "its beginning");
  assert.deepEqual(searchDocs(INDEX, "backup secrets").map(({ title }) => title), ["Backup", "Deploying"]);
});

Deno.test("[DR6] more of the words stand before better places, and common words count only by themselves", () => {
  assert.deepEqual(searchDocs(INDEX, "proxy certificate backup").map(({ href }) => href), ["/docs/deploy"]);
  assert.deepEqual(searchDocs(INDEX, "how do I work a room?").map(({ href }) => href), ["/docs/room"]);
  assert.deepEqual(searchDocs(INDEX, "wie mache ich ein Backup"), searchDocs(INDEX, "mache Backup"));
  assert.deepEqual(searchDocs(INDEX, "who what").map(({ href }) => href), ["/docs/backups", "/docs/room"]);
});

Deno.test("[DR6] nothing is found for nothing, for less than half of the words, and for the end of a word", () => {
  for (const query of ["", "   ", "?!", "backup nowhere never", "oom"]) {
    assert.deepEqual(searchDocs(INDEX, query), [], query);
  }
});

Deno.test("[DR6] no query finds more than a list that is read", () => {
  const docs = Array.from({ length: 500 }, (_, n) => ({ ...INDEX.docs[0], path: `p${n}` }));
  assert.equal(searchDocs({ docs, words: {} }, "backup").length, 12);
});
