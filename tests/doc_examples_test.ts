import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

async function* sources(folder: string): AsyncIterable<string> {
  for await (const entry of Deno.readDir(ROOT + folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (/\.ts$/.test(entry.name)) yield path;
  }
}

Deno.test("every example of protocol, words and scoring is a block of code, which `deno test --doc` runs", async () => {
  const wrong: string[] = [];
  for (const folder of ["protocol", "words", "scoring"]) {
    for await (const path of sources(folder)) {
      const text = await Deno.readTextFile(ROOT + path);
      for (const [, title] of text.matchAll(/@example ?(.*)\n(?!\s+\* ```ts\n)/g)) {
        wrong.push(`${path}: ${title}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});
