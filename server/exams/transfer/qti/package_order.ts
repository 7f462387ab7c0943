import { posix } from "node:path";
import type { Found, Part } from "../shared/found.ts";
import { type PackageFiles, resolved } from "./package_files.ts";
import { TestParts } from "./test_parts.ts";
import { childOf, childrenOf, elementsIn, textIn } from "../xml/xml_tree.ts";

/** An item of a package, where it stands and what the manifest says of it; or a section or pool, before the items in it. */
export type Ordered = Found | { kind: "item"; file: string; part: Part; tags: readonly string[] };

/**
 * The items of a package, each once, in the order of its tests with their sections, then those that stand in the manifest alone.
 * Without a manifest, all that may be an item.
 */
export function* packageOrder(files: PackageFiles): Generator<Ordered> {
  const manifest = files.names().filter((name) => posix.basename(name) === "imsmanifest.xml")
    .toSorted((a, b) => a.length - b.length).at(0);
  const resources = manifest === undefined
    ? []
    : childrenOf(childOf(files.root(manifest), "resources") ?? NONE, "resource").flatMap((resource) => {
      const file = resolved(manifest, resource.attributes.get("href"));
      return file === null || !files.has(file) ? [] : [{ file, resource }];
    });
  const named = (kind: RegExp) => resources.filter(({ resource }) => kind.test(resource.attributes.get("type") ?? ""));
  const tags = new Map(resources.map(({ file, resource }) => [
    file,
    childrenOf(resource, "metadata").flatMap((metadata) => elementsIn(metadata, ["keyword"])).map(textIn),
  ]));
  const told = new Set<string>();
  const parts = new TestParts(files);
  const item = function* (file: string | null, part: Part): Generator<Ordered> {
    if (file === null || !files.has(file) || told.has(file)) return;
    told.add(file);
    yield { kind: "item", file, part, tags: tags.get(file) ?? [] };
  };
  for (const { file: test } of named(/^imsqti_(test|assessment)/i)) {
    for (const step of parts.of(test)) {
      if (step.kind === "ref") yield* item(resolved(step.from, step.href), step.part);
      else yield step;
    }
  }
  for (const { file } of named(/^imsqti_(apip)?item/i)) yield* item(file, {});
  if (told.size > 0) return;
  for (const file of files.names()) if (isItem(files.content(file))) yield* item(file, {});
}

const NONE = { name: "", attributes: new Map<string, string>(), children: [], line: 1 };

function isItem(content: Uint8Array<ArrayBuffer> | null): boolean {
  const begin = new TextDecoder().decode((content ?? new Uint8Array()).subarray(0, 2_000)).replaceAll("\0", "");
  return /<(\w+:)?(qti-)?assessment-?item[\s>]|<questestinterop[\s/>]/i.test(begin);
}
