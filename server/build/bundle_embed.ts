import * as esbuild from "esbuild";
import type { BuiltFile } from "./built_file.ts";

/**
 * What pages of other sites load: the same thing as a classic script, which sets `Invigil`, and as a module; and what either loads
 * once a student has agreed.
 */
export const EMBED_FILES = {
  "embed.js": { source: "islands/embed/embed_classic.ts", format: "iife" },
  "embed.mjs": { source: "islands/embed/embed_module.ts", format: "esm" },
  "embed_watch.mjs": { source: "islands/embed/embed_watch.ts", format: "esm" },
} as const;

/** Bundles {@link EMBED_FILES}, each whole in itself. @param root The project's root. */
export async function bundleEmbed(root: string): Promise<{ files: BuiltFile[]; sources: Set<string> }> {
  const define = { INVIGIL_THEME: JSON.stringify(await shadowTheme(root)) };
  const sources = new Set<string>();
  const files = await Promise.all(
    Object.entries(EMBED_FILES).map(async ([name, { source, format }]) => {
      const { outputFiles, metafile } = await esbuild.build({
        absWorkingDir: root,
        entryPoints: [source],
        bundle: true,
        format,
        target: ["es2022"],
        platform: "browser",
        minify: true,
        legalComments: "none",
        charset: "utf8",
        metafile: true,
        write: false,
        logLevel: "silent",
        define,
        tsconfigRaw: {},
      });
      for (const input of Object.keys(metafile.inputs)) sources.add(input);
      return { name, content: outputFiles[0].contents, imports: [] };
    }),
  );
  return { files, sources };
}

/** The theme's tokens for a shadow root, in both schemes. */
export async function shadowTheme(root: string): Promise<string> {
  const theme = await Deno.readTextFile(`${root}/static/style/theme.css`);
  return theme
    .replace(/\/\*[^]*?\*\//g, "")
    .replace("@theme static", ":host")
    .replace(":root", ":host")
    .replace("--color-*: initial;", "")
    .replace(/\s+/g, " ");
}
