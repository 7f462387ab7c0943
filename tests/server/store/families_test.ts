import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** How the stores begin a key, or name the family of their documents. */
const FAMILY = /(?:KvKey => |KvKey = |key = |prefix: |prefix = )\["([a-z_]+)"|new Documents\(kv, "([a-z_]+)"/g;

Deno.test("[ST4] every family of keys stands in store.md, and none that is gone", async () => {
  const families = new Set<string>();
  for await (const { name, isFile } of Deno.readDir(`${ROOT}/server/store`)) {
    if (!isFile) continue;
    const text = await Deno.readTextFile(`${ROOT}/server/store/${name}`);
    for (const [, plain, documents] of text.matchAll(FAMILY)) families.add(plain ?? documents);
  }
  const rows = (await Deno.readTextFile(`${ROOT}/docs/store.md`)).matchAll(/^\| `([a-z_]+)`/gm);
  const described = new Set(Array.from(rows, ([, family]) => family));
  assert.ok(families.size > 20);
  assert.deepEqual([...families].sort(), [...described].sort());
});
