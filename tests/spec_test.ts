import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ID = /\[([A-Z]{2}\d+)\]/g;

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

Deno.test("[HO4] every rule has a test that carries its id, and every id that a test carries is a rule", async () => {
  const rules = await idsOf(["docs/spec.md", ...await Array.fromAsync(filesBelow("docs/spec", /\.md$/))]);
  const carried = await idsOf(filesBelow("tests", /_test\.ts$|scenarios\.ts$/));
  assert.deepEqual([...carried.difference(rules)].sort(), [], "ids that no rule has");
  assert.deepEqual([...rules.difference(carried)].sort(), [], "rules without a test");
});
