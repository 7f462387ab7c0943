import assert from "node:assert/strict";
import { dirname, extname, join } from "node:path/posix";
import { STATIC_TYPES } from "../../routes/edge/file_types.ts";
import { POLICIES } from "../../routes/edge/policies.ts";
import { PAGE_PERMISSIONS } from "../../server/auth/page_permissions.ts";
import { DOCUMENT_PICTURES } from "./document_pictures.ts";
import { NO_PAGES } from "./shot.ts";
import { SHOTS, unpictured } from "./shots.ts";

Deno.test("[DR21] every page of the table of permissions is pictured, and each state has a name of its own", () => {
  assert.deepEqual(unpictured(), []);
  assert.deepEqual(NO_PAGES.filter((page) => !(page in PAGE_PERMISSIONS)), []);
  const names = SHOTS.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(DOCUMENT_PICTURES.filter(({ shot }) => !names.includes(shot)), []);
});

/** Largest photograph of a document, bytes. */
const MOST_BYTES = 120_000;

/** Pictures that a text shows, with what they say to whoever cannot see them. */
function photographsIn(path: string, text: string): { file: string; alt: string }[] {
  return [...text.matchAll(/!\[([^\]]*)\]\(([^)]+\.(?:webp|png|jpe?g))\)/g)]
    .map(([, alt, address]) => ({ file: join(dirname(path), address), alt }));
}

Deno.test("[DR23] every photograph of the documents is one that is taken, is light, and says what it shows", async () => {
  const shown: { file: string; alt: string }[] = [];
  const texts = ["README.md"];
  for (const folder of ["docs", "docs/guides"]) {
    for await (const { name } of Deno.readDir(folder)) if (name.endsWith(".md")) texts.push(`${folder}/${name}`);
  }
  for (const path of texts) shown.push(...photographsIn(path, await Deno.readTextFile(path)));
  assert.ok(shown.length > 5, `${shown.length} photographs`);
  assert.deepEqual(shown.filter(({ alt }) => alt.length < 20), []);
  const inDocuments = DOCUMENT_PICTURES.map(({ file }) => file).filter((file) => file.startsWith("docs/"));
  assert.deepEqual([...new Set(shown.map(({ file }) => file))].sort(), inDocuments.sort());
  const { answer } = POLICIES.document_image;
  for (const { file } of DOCUMENT_PICTURES) {
    assert.ok(answer.kind === "file" && answer.types.includes(STATIC_TYPES[extname(file)]), `${file} is served`);
    const { size } = await Deno.stat(file);
    assert.ok(size <= MOST_BYTES, `${file}: ${size} bytes`);
  }
});
