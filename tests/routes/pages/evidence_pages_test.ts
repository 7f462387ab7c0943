import assert from "node:assert/strict";
import type { Manifest } from "../../../server/build/manifest.ts";
import { renderEvidence } from "../../../routes/pages/evidence.tsx";
import { renderVerify } from "../../../routes/pages/verify.tsx";
import { TEXT_FONT } from "../../../server/build/entries.ts";
import { ENGLISH } from "../../../words/languages.ts";

const file = { hash: "0".repeat(12), bytes: 1, gzip: 1, imports: [] };
const names = ["style.css", TEXT_FONT, "evidence.js", "verify.js"];
const manifest: Manifest = { sources: "", files: Object.fromEntries(names.map((name) => [name, file])) };

Deno.test("[EV42] [EV46] without scripts the pages of evidence say what they need them for, and speak of no exam that is sat", () => {
  for (const render of [renderEvidence, renderVerify]) {
    const [, told] = /<noscript><p[^>]*>(.*?)<\/p><\/noscript>/.exec(render({ manifest, words: ENGLISH })) ?? [];
    assert.match(told, /^This page needs JavaScript: by it your browser (checks|fetches)/);
  }
});
