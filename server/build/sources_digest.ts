import { createHash } from "node:crypto";
import { BUILD_DIRECTORY, SOURCES } from "./entries.ts";

/**
 * SHA-256 (hex) of every source that a build depends on: paths and contents, in order of path.
 *
 * Contents rather than times: a fresh checkout or a touched file is not a change.
 *
 * @param root The project's root.
 */
export async function sourcesDigest(root: string): Promise<string> {
  const paths: string[] = [];
  for (const source of SOURCES) await collect(root, source, paths);
  paths.sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update("\0").update(await Deno.readFile(`${root}/${path}`)).update("\0");
  return hash.digest("hex");
}

async function collect(root: string, path: string, into: string[]): Promise<void> {
  let info: Deno.FileInfo;
  try {
    info = await Deno.stat(`${root}/${path}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  if (info.isFile) {
    into.push(path);
    return;
  }
  if (path === BUILD_DIRECTORY) return;
  for await (const entry of Deno.readDir(`${root}/${path}`)) await collect(root, `${path}/${entry.name}`, into);
}
