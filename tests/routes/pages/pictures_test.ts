import assert from "node:assert/strict";
import { z } from "zod";
import { readTheme, THEME_PATH } from "../../../server/build/theme.ts";
import { sha256Hex } from "../../../server/log/hash.ts";
import { projectRoot } from "../../../server/tasks/build.ts";
import { renderVerify } from "../../../routes/pages/verify.tsx";
import { ENGLISH } from "../../../words/languages.ts";
import { drawnPictures, favicon, PICTURES } from "../../pictures/drawn_pictures.tsx";
import { MADE_OF_PATH, MadeOf, sourceHash } from "../../pictures/made_of.ts";

const ROOT = projectRoot();

/** Bytes of a picture, at most. */
const MOST_BYTES = 60_000;

/** Width and height of a PNG, as its first chunk has them. */
function sizeOf(png: Uint8Array<ArrayBuffer>): [number, number] {
  const view = new DataView(png.buffer);
  assert.equal(view.getUint32(12), 0x49484452, "it begins with IHDR");
  return [view.getUint32(16), view.getUint32(20)];
}

Deno.test("[DR52] icons and shared pictures are those that the mark and the words make now, small and of the size that is said", async () => {
  const madeOf = MadeOf.parse(JSON.parse(await Deno.readTextFile(MADE_OF_PATH)));
  const drawn = await drawnPictures();
  assert.deepEqual(Object.keys(madeOf).sort(), drawn.map(({ name }) => name).sort());
  for (const picture of drawn) {
    const { name, width, height } = picture;
    const png = await Deno.readFile(`${ROOT}/${PICTURES}/${name}`);
    assert.deepEqual(sizeOf(png), [width, height], name);
    assert.ok(png.length <= MOST_BYTES, `${name} has ${png.length} B`);
    assert.equal(sha256Hex(png), madeOf[name].picture, `${name} was changed by hand`);
    assert.equal(sourceHash(picture), madeOf[name].source, `${name} is out of date: deno task pictures`);
  }
  assert.equal(await Deno.readTextFile(`${ROOT}/static/favicon.svg`), await favicon());
});

const WebManifest = z.object({
  background_color: z.string(),
  theme_color: z.string(),
  icons: z.array(z.object({ src: z.string(), type: z.string(), sizes: z.string(), purpose: z.string().optional() })),
});

Deno.test("[DR52] the manifest's icons are there in their sizes, and its colours and those of the browser's bar are the theme's", async () => {
  const { light, dark } = readTheme(await Deno.readTextFile(`${ROOT}/${THEME_PATH}`));
  const { icons, ...colours } = WebManifest.parse(
    JSON.parse(await Deno.readTextFile(`${ROOT}/static/manifest.webmanifest`)),
  );
  assert.deepEqual(colours, { background_color: light.get("surface"), theme_color: light.get("raised") });
  for (const { src, type, sizes } of icons) {
    const content = await Deno.readFile(ROOT + src);
    if (type === "image/png") assert.equal(sizeOf(content).join("x"), sizes, src);
  }
  assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
  const file = { hash: "0".repeat(12), bytes: 1, gzip: 1, imports: [] };
  const html = renderVerify({
    manifest: { sources: "", files: { "style.css": file, "inter-latin-wght-normal.woff2": file } },
    words: ENGLISH,
  });
  for (const [scheme, theme] of Object.entries({ light, dark })) {
    const meta = `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${theme.get("raised")}"`;
    assert.ok(html.includes(meta), meta);
  }
  assert.ok(!html.includes("og:image"), "no address is made up where none is known");
});
