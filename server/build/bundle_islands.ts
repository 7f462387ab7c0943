import * as esbuild from "esbuild";
import type { BuiltFile } from "./built_file.ts";
import { browserCrypto } from "./browser_crypto.ts";
import { BUILD_DIRECTORY, ENTRIES } from "./entries.ts";
import { smallZod } from "./small_zod.ts";

/** What {@link bundleIslands} made, and which entry points have no source yet. */
interface Bundles {
  files: BuiltFile[];
  missing: string[];
  /** Every file that something was taken from, from the project's root. */
  sources: Set<string>;
}

/**
 * Bundles every page's script, one file a page and one for each part that a page loads later.
 *
 * Each page is bundled by itself: a page is one request, and its size is what its users pay.
 *
 * @param root The project's root.
 * @throws {Error} If a source does not compile; the message names file and line.
 */
export async function bundleIslands(root: string): Promise<Bundles> {
  const files = new Map<string, BuiltFile>();
  const missing: string[] = [];
  const sources = new Set<string>();
  try {
    await Promise.all(
      Object.entries(ENTRIES).map(async ([name, source]) => {
        if (!await isFile(`${root}/${source}`)) {
          missing.push(source);
          return;
        }
        const bundled = await bundle(root, name, source);
        for (const file of bundled.files) files.set(file.name, file);
        for (const path of bundled.sources) sources.add(path);
      }),
    );
  } finally {
    await esbuild.stop();
  }
  return { files: [...files.values()].sort((a, b) => a.name < b.name ? -1 : 1), missing, sources };
}

async function bundle(root: string, name: string, source: string): Promise<Pick<Bundles, "files" | "sources">> {
  const outdir = `${root}/${BUILD_DIRECTORY}`;
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { [name]: source },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022"],
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    chunkNames: "part-[hash]",
    entryNames: "[name]",
    metafile: true,
    write: false,
    logLevel: "silent",
    // A style sheet imported by a library is ours to place: see static/style.css.
    loader: { ".css": "empty" },
    plugins: [smallZod, ...(name === "verify_worker" ? [browserCrypto(root)] : [])],
    tsconfigRaw: {},
  });
  const outputs = result.metafile.outputs;
  const files = result.outputFiles.map((file) => ({
    name: file.path.slice(outdir.length + 1),
    content: file.contents,
    imports: staticImports(outputs, `${BUILD_DIRECTORY}/${file.path.slice(outdir.length + 1)}`),
  }));
  return { files, sources: new Set(Object.keys(result.metafile.inputs)) };
}

function staticImports(outputs: esbuild.Metafile["outputs"], output: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    for (const item of outputs[path]?.imports ?? []) {
      if (item.kind !== "import-statement" || found.has(item.path)) continue;
      found.add(item.path);
      visit(item.path);
    }
  };
  visit(output);
  return [...found].map((path) => path.slice(BUILD_DIRECTORY.length + 1)).sort();
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
