import { extname, normalize } from "node:path";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Addresses with a content hash never change; everything else is asked for again. */
const FOREVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";

/** How our files are named: nothing that needs decoding, and nothing that a file system stumbles over. */
const PLAIN_PATH = /^[\w./-]{1,200}$/;

/**
 * A file of the `static` folder, or null where there is none that may be served: only known types, no
 * path that leaves the folder, no source.
 */
export async function staticFile(root: string, url: URL): Promise<Response | null> {
  const path = normalize(url.pathname);
  const type = CONTENT_TYPES[extname(path)];
  if (!PLAIN_PATH.test(path)) return null;
  if (!path.startsWith("/static/") || path.includes("/.") || type === undefined) return null;
  // The style sheet's source is not what pages use.
  if (extname(path) === ".css" && !path.startsWith("/static/build/")) return null;
  try {
    const content = await Deno.readFile(`${root}${path}`);
    const isHashed = url.searchParams.has("v") || /-[A-Z0-9]{8}\.\w+$/.test(path);
    return new Response(content, {
      headers: { "content-type": type, "cache-control": isHashed ? FOREVER : ASK_AGAIN },
    });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory) return null;
    throw error;
  }
}
