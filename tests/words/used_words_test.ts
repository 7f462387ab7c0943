import assert from "node:assert/strict";
import { ENGLISH } from "../../words/languages.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Names that are put together where they are used, each with where that is. */
const PUT_TOGETHER = [
  /_declared$/, // scoring/agents/agent_hand.ts
  /^retention_/, // server/retention/retention_job.ts
];

async function* sourcesBelow(folder: string): AsyncIterable<string> {
  for await (const entry of Deno.readDir(ROOT + folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) {
      if (path !== "words/en" && path !== "words/de") yield* sourcesBelow(path);
    } else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function keysOf(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [`${path}.${key}`, ...keysOf(value, `${path}.${key}`)]);
}

Deno.test("[WO40] every sentence in words/ is said somewhere", async () => {
  const names = new Set<string>();
  for (const folder of ["extension", "islands", "routes", "server", "scoring", "protocol", "lab", "words"]) {
    for await (const path of sourcesBelow(folder)) {
      for (const name of (await Deno.readTextFile(ROOT + path)).match(/[A-Za-z_]\w*/g) ?? []) names.add(name);
    }
  }
  // Nouns are named within sentences.
  for (const name of JSON.stringify(ENGLISH.sentences).match(/(?<=:)[A-Za-z_]\w*(?=\})/g) ?? []) names.add(name);
  const unused = [
    ...keysOf(ENGLISH.sentences, "sentences"),
    ...keysOf(
      Object.fromEntries(
        Object.keys(ENGLISH.counted).map((name) => [name, ""]),
      ),
      "counted",
    ),
  ].filter((path) => {
    const key = path.slice(path.lastIndexOf(".") + 1);
    return /^[A-Za-z_]\w*$/.test(key) && !names.has(key) && !PUT_TOGETHER.some((form) => form.test(key));
  });
  assert.deepEqual(unused, []);
});
