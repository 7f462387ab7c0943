import assert from "node:assert/strict";
import { ROOT } from "../../support/walked_app.ts";
import { renderPrivacy } from "../../../routes/pages/privacy.tsx";
import { contentHash } from "../../../server/build/built_file.ts";
import { compileStyle } from "../../../server/build/compile_style.ts";
import { TEXT_FONT } from "../../../server/build/entries.ts";
import { ENGLISH } from "../../../words/languages.ts";

Deno.test("[DR24] a page asks for its letters with its style, and keeps to the system's where they come late", async () => {
  const built = await compileStyle(ROOT);
  const style = new TextDecoder().decode(built.find(({ name }) => name === "style.css")?.content);
  const faces = [...style.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
  assert.ok(faces.length > 3);
  for (const face of faces) {
    assert.match(face, face.includes(TEXT_FONT) ? /font-display:optional/ : /font-display:swap/);
  }
  const files = Object.fromEntries(
    built.map(({ name, content }) => [name, { hash: contentHash(content), bytes: 1, gzip: 1, imports: [] }]),
  );
  const html = renderPrivacy({ manifest: { sources: "", files }, words: ENGLISH });
  const [, asked] = /<link rel="preload" as="font"[^>]* href="\/static\/build\/([^"]+)"/.exec(html) ?? [];
  const [, named] = new RegExp(`url\\("(${TEXT_FONT}[^"]*)"\\)`).exec(style) ?? [];
  assert.ok(asked !== undefined && asked === named, `${asked} is asked for, and ${named} is used`);
});
