/**
 * Builds the browser extension: `static/build/invigil-extension.zip`, and the same files in a folder beside it.
 *
 * `deno task build:extension`
 *
 * @module
 */
import { type Zippable, zipSync } from "fflate";
import { bundleExtension } from "../build/bundle_extension.ts";
import { writeWhole } from "../build/built_file.ts";
import { BUILD_DIRECTORY } from "../build/entries.ts";
import { projectRoot } from "./build.ts";

/** The zip's and the folder's name. */
const NAME = "invigil-extension";

/** The same files give the same zip: the date of each is that of the format's begin. */
const EPOCH = new Date("1980-01-01T00:00:00");

/** Builds it. @returns Path of the folder, which a browser loads as an unpacked extension. */
export async function buildExtension(root = projectRoot()): Promise<string> {
  const folder = `${root}/${BUILD_DIRECTORY}/${NAME}`;
  const files = await bundleExtension(root);
  await Deno.mkdir(folder, { recursive: true });
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(files).sort(([a], [b]) => a < b ? -1 : 1)) {
    await writeWhole(`${folder}/${name}`, content);
    packed[name] = [content, { mtime: EPOCH }];
  }
  await writeWhole(`${folder}.zip`, new Uint8Array(zipSync(packed)));
  return folder;
}

if (import.meta.main) {
  const folder = await buildExtension();
  console.log(`${folder}.zip\n${folder}`);
}
