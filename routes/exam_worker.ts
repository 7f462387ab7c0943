import { Refusal } from "../server/errors.ts";
import { BUILD_DIRECTORY } from "../server/build/entries.ts";
import { assetUrl, type Manifest, scriptUrls } from "../server/build/manifest.ts";
import { STATIC_TYPES } from "./edge/file_types.ts";
import type { Route } from "./edge/route.ts";

/** The font's part that most texts need; the others come when a text asks for them. */
const FONT = "inter-latin-wght-normal.woff2";

/**
 * The exam's service worker, told which build it belongs to and which files that has. It stands at the top, because a worker
 * only serves pages beneath itself.
 */
export function examWorkerRoute(manifest: Manifest, root: string): Route {
  return {
    operation: "exam_worker",
    async handle() {
      const script = await builtScript(root);
      const content = new TextEncoder().encode(`${shellLine(manifest)}\n${script}`);
      return { file: { content, type: STATIC_TYPES[".js"], isHashed: false } };
    },
  };
}

function shellLine(manifest: Manifest): string {
  const { script, preload } = scriptUrls(manifest, "exam");
  const more = ["style.css", "ticker.js", FONT].filter((name) => manifest.files[name] !== undefined);
  const assets = [script, ...preload, ...more.map((name) => assetUrl(manifest, name))];
  return `globalThis.INVIGIL_SHELL = ${JSON.stringify({ version: manifest.sources, assets })};`;
}

async function builtScript(root: string): Promise<string> {
  try {
    return await Deno.readTextFile(`${root}/${BUILD_DIRECTORY}/exam_worker.js`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw new Refusal("not_found", "nothing_here");
    throw error;
  }
}
