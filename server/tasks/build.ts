/**
 * Builds what browsers load: page scripts with esbuild, the style sheet with Tailwind, into `static/build`; and the client for others.
 *
 * `deno run -A server/tasks/build.ts [--force]`
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { bundleEmbed } from "../build/bundle_embed.ts";
import { bundleClient } from "../build/bundle_client.ts";
import { bundleIslands } from "../build/bundle_islands.ts";
import { describeFiles, packedCopies, writeWhole } from "../build/built_file.ts";
import { compileStyle, FONT_PACKAGES } from "../build/compile_style.ts";
import { BUILD_DIRECTORY } from "../build/entries.ts";
import { type Manifest, MANIFEST_PATH, readManifest } from "../build/manifest.ts";
import { sourcesDigest } from "../build/sources_digest.ts";
import { thirdPartyNotices } from "../build/third_party.ts";

/** The project's root, as a path without a trailing slash. */
export function projectRoot(): string {
  return fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
}

/** How a build went. */
interface BuildOutcome {
  manifest: Manifest;
  /** False where the sources had not changed since the last build. */
  built: boolean;
  /** Entry points that have no source. */
  missing: string[];
  elapsedMs: number;
}

/**
 * Builds into `static/build`, or does nothing where no source changed since the last build.
 *
 * @throws {Error} If a source does not compile; what was built before stays in place.
 */
export async function build(options: { root?: string; force?: boolean } = {}): Promise<BuildOutcome> {
  const startMs = performance.now();
  const root = options.root ?? projectRoot();
  const [sources, previous] = await Promise.all([sourcesDigest(root), readManifest(root)]);
  if (!options.force && previous?.sources === sources) {
    return { manifest: previous, built: false, missing: [], elapsedMs: performance.now() - startMs };
  }
  // Not before something is to be built: the documents need all of the server.
  const { openApi, asyncApi } = await (await import("./read_documents.ts")).readDocuments();
  const client = await bundleClient(root, openApi, asyncApi);
  const embed = await bundleEmbed(root);
  const [bundles, style] = await Promise.all([bundleIslands(root), compileStyle(root)]);
  const sourcesOf = [...bundles.sources, ...client.sources, ...embed.sources, ...FONT_PACKAGES];
  const notices = await thirdPartyNotices(root, sourcesOf);
  const files = [...bundles.files, ...client.files, ...embed.files, ...style, notices];
  const manifest: Manifest = { sources, files: describeFiles(files) };
  const directory = `${root}/${BUILD_DIRECTORY}`;
  await Deno.mkdir(directory, { recursive: true });
  const written = [...files, ...packedCopies(files)];
  for (const file of written) await writeWhole(`${directory}/${file.name}`, file.content);
  // Last, so that a build that was cut short is done again.
  await writeWhole(`${root}/${MANIFEST_PATH}`, new TextEncoder().encode(JSON.stringify(manifest, null, 2)));
  await removeOthers(directory, new Set(["manifest.json", ...written.map((file) => file.name)]));
  return { manifest, built: true, missing: bundles.missing, elapsedMs: performance.now() - startMs };
}

/** Parts of the last builds stay for a day: a server that runs still links to them. */
const KEPT_FOR_MS = 24 * 3_600_000;

async function removeOthers(directory: string, keep: ReadonlySet<string>): Promise<void> {
  for await (const entry of Deno.readDir(directory)) {
    // A temporary file may be another process's, which is building as well.
    if (keep.has(entry.name) || entry.name.endsWith(".tmp")) continue;
    const { mtime } = await Deno.stat(`${directory}/${entry.name}`);
    if (mtime !== null && Date.now() - mtime.getTime() < KEPT_FOR_MS) continue;
    await Deno.remove(`${directory}/${entry.name}`, { recursive: true });
  }
}

if (import.meta.main) {
  const outcome = await build({ force: Deno.args.includes("--force") });
  for (const source of outcome.missing) console.error(`build: ${source} is not there, its page has no script`);
  if (outcome.built) {
    for (const [name, file] of Object.entries(outcome.manifest.files)) {
      if (/\.(m?js|css)$/.test(name)) console.log(`${name.padEnd(24)} ${String(file.gzip).padStart(8)} B gzipped`);
    }
  }
  console.log(outcome.built ? `Built in ${Math.round(outcome.elapsedMs)} ms` : "Nothing changed since the last build");
}
