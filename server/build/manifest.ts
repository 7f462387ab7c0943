import { z } from "zod";
import { BUILD_DIRECTORY, type EntryName } from "./entries.ts";

const BuiltFile = z.strictObject({
  hash: z.string().describe("First 12 hex digits of the SHA-256 of the content"),
  bytes: z.int(),
  gzip: z.int().describe("Bytes after gzip, of a script with everything it imports at once"),
  imports: z.array(z.string()).default([]).describe("Files of the build that a script imports at once"),
});

/** What a build made: `manifest.json` in the build's folder. */
export const Manifest = z.strictObject({
  sources: z.string().describe("Digest of the sources it was made of"),
  files: z.record(z.string(), BuiltFile),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest's path, from the project's root. */
export const MANIFEST_PATH = `${BUILD_DIRECTORY}/manifest.json`;

/** The manifest of the last build, or null where nothing was built or it cannot be read. */
export async function readManifest(root: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await Deno.readTextFile(`${root}/${MANIFEST_PATH}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Address of a built file, with its content's hash, so that it can be cached for ever and never be stale.
 *
 * @throws {RangeError} If the build has no such file.
 */
export function assetUrl(manifest: Manifest, file: string): string {
  const built = manifest.files[file];
  if (built === undefined) throw new RangeError(`Cannot link to ${file}: the build has no such file`);
  return `/${BUILD_DIRECTORY}/${file}?v=${built.hash}`;
}

/** Addresses of a page's script and of what it imports at once, for `<script>` and `modulepreload`. */
export function scriptUrls(manifest: Manifest, name: EntryName): { script: string; preload: string[] } {
  const file = `${name}.js`;
  const script = assetUrl(manifest, file);
  // Imports are named by content already, and a module's address must be the one that the import has.
  return { script, preload: manifest.files[file].imports.map((chunk) => `/${BUILD_DIRECTORY}/${chunk}`) };
}
