import { extname, normalize } from "node:path";
import { parseAccept } from "hono/utils/accept";
import { Refusal } from "../server/errors.ts";
import { STATIC_TYPES } from "./edge/file_types.ts";
import type { Route, ServedFile } from "./edge/route.ts";

/** How our files are named: nothing that needs decoding, and nothing that a file system stumbles over. */
const PLAIN_PATH = /^[\w./-]{1,200}$/;

/** Ways of packing that a browser takes. */
function encodings(request: Request): string[] {
  return parseAccept(request.headers.get("accept-encoding") ?? "").filter(({ q }) => q > 0).map(({ type }) => type);
}

/** What pages load: ours, and those of other sites that want to be watched. */
export function staticRoutes(root: string): Route[] {
  return (["embed_script", "embed_module", "embed_part", "static"] as const).map((operation) => ({
    operation,
    async handle({ request }) {
      const takesGzip = encodings(request).includes("gzip");
      const url = new URL(request.url);
      // Pages of other sites have an address that stays, wherever the build puts the file.
      if (operation !== "static") url.pathname = url.pathname.replace("/static/", "/static/build/");
      const file = await staticFile(root, url, takesGzip);
      if (file === null) throw new Refusal("not_found", "nothing_here");
      return { file };
    },
  }));
}

/**
 * A file of the `static` folder, or null where there is none that may be served: only known types, no
 * path that leaves the folder, no source. Where the build has packed it and the browser takes that, its packed copy.
 */
async function staticFile(root: string, url: URL, takesGzip: boolean): Promise<ServedFile | null> {
  const path = normalize(url.pathname);
  const type = STATIC_TYPES[extname(path)];
  if (!PLAIN_PATH.test(path)) return null;
  if (!path.startsWith("/static/") || path.includes("/.") || type === undefined) return null;
  // The style sheet's source is not what pages use.
  if (extname(path) === ".css" && !path.startsWith("/static/build/")) return null;
  const isHashed = url.searchParams.has("v") || /-[A-Z0-9]{8}\.\w+$/.test(path);
  const packed = takesGzip ? await contentOf(`${root}${path}.gz`) : null;
  if (packed !== null) return { content: packed, type, isHashed, packed: "gzip" };
  const content = await contentOf(`${root}${path}`);
  return content === null ? null : { content, type, isHashed, packed: null };
}

async function contentOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    const { NotFound, IsADirectory, NotADirectory } = Deno.errors;
    if ([NotFound, IsADirectory, NotADirectory].some((kind) => error instanceof kind)) return null;
    throw error;
  }
}
