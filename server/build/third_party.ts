import { z } from "zod";
import type { BuiltFile } from "./built_file.ts";

/** Name of the file that {@link thirdPartyNotices} makes, in the build's folder. */
const NOTICES = "third-party.txt";

/** Licences of what packages hold of others and say nothing of, by the package's name; from the project's root. */
const HELD = "server/build/licences";

/** The folder of the package that a file belongs to. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

const Package = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Names and licences of the packages that the built files contain parts of, as those licences ask for.
 *
 * @param root The project's root.
 * @param sources Files that the build was made of, from the root; those outside of packages are left out.
 * @throws {Error} If a package has no licence: nothing of it may be delivered.
 */
export async function thirdPartyNotices(root: string, sources: Iterable<string>): Promise<BuiltFile> {
  const folders = new Set<string>();
  for (const source of sources) {
    const folder = PACKAGE_FOLDER.exec(source)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const notices = await Promise.all(Array.from(folders, (folder) => noticeOf(`${root}/${folder}`, `${root}/${HELD}`)));
  const text = `Parts of these packages are in the files of this folder.\n\n${[...new Set(notices)].sort().join("\n")}`;
  return { name: NOTICES, content: new TextEncoder().encode(text), imports: [] };
}

async function noticeOf(folder: string, held: string): Promise<string> {
  const { name, version, license } = Package.parse(JSON.parse(await Deno.readTextFile(`${folder}/package.json`)));
  for await (const { name: file } of Deno.readDir(folder)) {
    if (!/^licen[cs]e(\.(md|txt))?$/i.test(file)) continue;
    const own = (await Deno.readTextFile(`${folder}/${file}`)).trim();
    return [`== ${name} ${version} (${license})`, own, await textOf(`${held}/${name}.txt`)].filter((part) =>
      part !== ""
    )
      .join("\n\n") + "\n";
  }
  throw new Error(`Cannot deliver parts of ${name}: its package has no licence file`);
}

/** The text of a file, empty where there is none. */
async function textOf(path: string): Promise<string> {
  try {
    return (await Deno.readTextFile(path)).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
