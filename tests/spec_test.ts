import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ID = /\[([A-Z]{2}\d+)\]/g;

/** Where a rule is laid down, and not only named. */
const RULE = /^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm;

async function* filesBelow(folder: string, ending: RegExp): AsyncIterable<string> {
  for await (const entry of Deno.readDir(ROOT + folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* filesBelow(path, ending);
    else if (ending.test(entry.name)) yield path;
  }
}

async function idsOf(paths: AsyncIterable<string> | string[]): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const path of paths) {
    for (const [, id] of (await Deno.readTextFile(ROOT + path)).matchAll(ID)) ids.add(id);
  }
  return ids;
}

const specFiles = async () => ["docs/spec.md", ...await Array.fromAsync(filesBelow("docs/spec", /\.md$/))];

Deno.test("[HO4] a rule is laid down once", async () => {
  const places = new Map<string, string[]>();
  for (const path of await specFiles()) {
    for (const [, id] of (await Deno.readTextFile(ROOT + path)).matchAll(RULE)) {
      places.set(id, [...places.get(id) ?? [], path]);
    }
  }
  const twice = [...places].filter(([, found]) => found.length > 1).map(([id, found]) => `${id}: ${found.join(", ")}`);
  assert.deepEqual(twice.sort(), []);
});

Deno.test("[HO4] every rule has a test that carries its id, and every id that a test carries is a rule", async () => {
  const rules = await idsOf(await specFiles());
  const carried = await idsOf(filesBelow("tests", /_test\.ts$|scenarios\.ts$/));
  assert.deepEqual([...carried.difference(rules)].sort(), [], "ids that no rule has");
  assert.deepEqual([...rules.difference(carried)].sort(), [], "rules without a test");
});
