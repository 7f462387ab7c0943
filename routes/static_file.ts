import { extname, normalize } from "node:path";
import { Refusal } from "../server/errors.ts";
import { STATIC_TYPES } from "./edge/file_types.ts";
import type { Route, ServedFile } from "./edge/route.ts";

/** How our files are named: nothing that needs decoding, and nothing that a file system stumbles over. */
const PLAIN_PATH = /^[\w./-]{1,200}$/;

/** What pages load. */
export function staticRoute(root: string): Route {
  return {
    operation: "static",
    async handle({ request }) {
      const file = await staticFile(root, new URL(request.url));
      if (file === null) throw new Refusal("not_found", "nothing_here");
      return { file };
    },
  };
}

/**
 * A file of the `static` folder, or null where there is none that may be served: only known types, no
 * path that leaves the folder, no source.
 */
async function staticFile(root: string, url: URL): Promise<ServedFile | null> {
  const path = normalize(url.pathname);
  const type = STATIC_TYPES[extname(path)];
  if (!PLAIN_PATH.test(path)) return null;
  if (!path.startsWith("/static/") || path.includes("/.") || type === undefined) return null;
  // The style sheet's source is not what pages use.
  if (extname(path) === ".css" && !path.startsWith("/static/build/")) return null;
  try {
    const content = await Deno.readFile(`${root}${path}`);
    return { content, type, isHashed: url.searchParams.has("v") || /-[A-Z0-9]{8}\.\w+$/.test(path) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory) return null;
    throw error;
  }
}
