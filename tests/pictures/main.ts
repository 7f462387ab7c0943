/** `deno task pictures`: draws the icons and the pictures for those who share an address, anew. Needs a Chromium. */
import { Buffer } from "node:buffer";
import { sha256Hex } from "../../server/log/hash.ts";
import { projectRoot } from "../../server/tasks/build.ts";
import { launchBrowser } from "../support/browser.ts";
import { drawnPictures, favicon, PICTURES } from "./drawn_pictures.tsx";
import { MADE_OF_PATH, type MadeOf, sourceHash } from "./made_of.ts";

const ROOT = projectRoot();
const FONT = `${ROOT}/node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2`;

async function main(): Promise<void> {
  await Deno.mkdir(`${ROOT}/${PICTURES}`, { recursive: true });
  await Deno.writeTextFile(`${ROOT}/static/favicon.svg`, await favicon());
  const font = Buffer.from(await Deno.readFile(FONT)).toString("base64");
  const style = `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${font})}` +
    "html,body{margin:0;background:none}svg{display:block}";
  const madeOf: MadeOf = {};
  const browser = await launchBrowser();
  try {
    for (const picture of await drawnPictures()) {
      const { name, width, height, body } = picture;
      const page = await browser.newPage({ viewport: { width, height } });
      await page.setContent(`<!doctype html><style>${style}</style>${body}`);
      await page.evaluate(() => document.fonts.ready);
      const drawn = await page.screenshot({ omitBackground: true });
      await Deno.writeFile(`${ROOT}/${PICTURES}/${name}`, drawn);
      madeOf[name] = { source: sourceHash(picture), picture: sha256Hex(new Uint8Array(drawn)) };
      console.log(`${name}: ${drawn.length} B`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  await Deno.writeTextFile(MADE_OF_PATH, `${JSON.stringify(madeOf, null, 2)}\n`);
}

await main();
