import * as esbuild from "esbuild";
import { shadowTheme } from "./bundle_embed.ts";

/** Scripts of the browser extension, each whole in itself: one for its service worker, its popup and watched pages. */
const SCRIPTS = {
  "background.js": { source: "extension/background.ts", format: "esm" },
  "popup.js": { source: "extension/popup.ts", format: "esm" },
  "content.js": { source: "extension/content.ts", format: "iife" },
} as const;

/** What goes along as it is, by where it stands. */
const FILES = {
  "manifest.json": "extension/manifest.json",
  "popup.html": "extension/popup.html",
  "popup.css": "extension/popup.css",
  "icon-192.png": "static/pictures/icon-192.png",
  "icon-512.png": "static/pictures/icon-512.png",
} as const;

/** Every file of the extension, by its name. @param root The project's root. */
export async function bundleExtension(root: string): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const define = { INVIGIL_THEME: JSON.stringify(await shadowTheme(root)) };
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  try {
    for (const [name, { source, format }] of Object.entries(SCRIPTS)) {
      const { outputFiles } = await esbuild.build({
        absWorkingDir: root,
        entryPoints: [source],
        bundle: true,
        format,
        target: ["chrome116"],
        platform: "browser",
        // Read by whoever reviews it before it is installed: its size is nobody's wait.
        minify: false,
        legalComments: "none",
        charset: "utf8",
        write: false,
        logLevel: "silent",
        define,
        tsconfigRaw: {},
      });
      files[name] = new Uint8Array(outputFiles[0].contents);
    }
  } finally {
    await esbuild.stop();
  }
  for (const [name, path] of Object.entries(FILES)) files[name] = await Deno.readFile(`${root}/${path}`);
  return files;
}
