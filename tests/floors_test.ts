import assert from "node:assert/strict";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/**
 * Floors of the house, from the ground up. A file may import from its own floor's folder and from what its row
 * names, never from above.
 */
const MAY_IMPORT: [floor: string, below: string[]][] = [
  ["protocol", []],
  ["words", ["protocol"]],
  ["scoring", ["protocol"]],
  ["server/store", ["protocol", "scoring", "server/config.ts"]],
  ["server/log", ["protocol", "server/store"]],
  ["server/auth", [
    "protocol",
    "server/store",
    "server/audit",
    "server/errors.ts",
    "server/token_bucket.ts",
  ]],
  ["server/audit", ["protocol", "server/store", "server/auth"]],
  ["server/exams", [
    "protocol",
    "server/store",
    "server/log",
    "server/auth",
    "server/audit",
    "server/errors.ts",
    "server/services.ts",
  ]],
  ["server/attempts", [
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/exams",
    "server/auth/tokens.ts",
    "server/errors.ts",
  ]],
  ["server/review", [
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/attempts",
    "server/auth/tokens.ts",
    "server/errors.ts",
  ]],
  ["server/retention", ["protocol", "server/store", "server/attempts", "server/audit", "server/errors.ts"]],
  ["server/delivery", ["protocol", "scoring", "server/store", "server/log", "server/attempts"]],
  ["server/room", [
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/attempts",
    "server/review",
    "server/cluster",
    "server/exams",
    "server/errors.ts",
  ]],
  ["server/cluster", ["protocol", "server/store", "server/errors.ts"]],
  ["server/build", ["protocol"]],
  ["server/simulation", ["protocol", "scoring", "server/log/hash.ts", "server/exams"]],
  ["routes", ["protocol", "words", "scoring", "server", "islands"]],
  ["islands/capture", ["protocol"]],
  ["islands", ["protocol", "words", "scoring"]],
];

/** Files of the server's ground that everybody on it may use. */
const NEVER_FROM_BELOW = ["server/main.ts", "server/serve.ts", "server/assemble.ts", "server/app.ts", "routes"];

/** Files whose loading does something: what is started. */
const ENTRIES = ["server/main.ts", "server/serve.ts"];

function floorOf(path: string): [string, string[]] | undefined {
  return MAY_IMPORT.filter(([floor]) => path.startsWith(`${floor}/`)).sort((a, b) => b[0].length - a[0].length)[0];
}

async function* sources(folder: string): AsyncIterable<string> {
  for await (const entry of Deno.readDir(join(ROOT, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

async function importsOf(path: string): Promise<string[]> {
  const text = await Deno.readTextFile(join(ROOT, path));
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)]
    .map(([, specifier]) => relative(ROOT, normalize(join(ROOT, dirname(path), specifier))));
}

for (const folder of ["protocol", "words", "scoring", "server", "routes", "islands"]) {
  Deno.test(`[HO1] files of ${folder} import from their own floor and the floors below`, async () => {
    const wrong: string[] = [];
    for await (const path of sources(folder)) {
      const floor = floorOf(path);
      if (floor === undefined) continue;
      const [own, below] = floor;
      for (const target of await importsOf(path)) {
        const isAllowed = target.startsWith(`${own}/`) ||
          below.some((name) => target === name || target.startsWith(`${name}/`));
        const isMain = own === "routes" && NEVER_FROM_BELOW.includes(target);
        if (!isAllowed || isMain) wrong.push(`${path} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

Deno.test("[HO2] nothing below the server's start imports it", async () => {
  const wrong: string[] = [];
  for await (const path of sources("server")) {
    if (["server/app.ts", "server/assemble.ts", ...ENTRIES].includes(path) || path.startsWith("server/tasks/")) {
      continue;
    }
    for (const target of await importsOf(path)) {
      if (NEVER_FROM_BELOW.some((name) => target === name || target.startsWith(`${name}/`))) {
        wrong.push(`${path} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("[HO3] nothing reads the environment or opens a store outside the server's start and the tasks", async () => {
  const wrong: string[] = [];
  for (const folder of ["protocol", "scoring", "server", "routes"]) {
    for await (const path of sources(folder)) {
      if (ENTRIES.includes(path) || path.startsWith("server/tasks/") || path === "server/store/open_store.ts") {
        continue;
      }
      const text = await Deno.readTextFile(join(ROOT, path));
      if (/\bDeno\.(env|openKv)\b/.test(text)) wrong.push(path);
      if (folder === "scoring" && /\b(Date\.now|Math\.random|performance\.now)\(/.test(text)) wrong.push(path);
    }
  }
  assert.deepEqual(wrong, []);
});

/** Its types, an atomic, or a mutation that is made by hand; types of mutations are passed on everywhere. */
const KNOWS_KV = /\bDeno\.(Kv|Atomic)|\.atomic\(|import \{[^}]*\} from "[^"]*store\/(mutation|parts)\.ts"/;

Deno.test("[HO5] nothing outside the store knows Deno KV, but for what opens and closes it", async () => {
  const wrong: string[] = [];
  for (const folder of ["protocol", "scoring", "words", "server", "routes", "islands"]) {
    for await (const path of sources(folder)) {
      if (path.startsWith("server/store/")) continue;
      const text = await Deno.readTextFile(join(ROOT, path));
      if (KNOWS_KV.test(text)) wrong.push(path);
    }
  }
  assert.deepEqual(wrong, []);
});
