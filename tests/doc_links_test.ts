import assert from "node:assert/strict";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import MarkdownReader, { type Token } from "markdown-it";
import * as esbuild from "esbuild";
import { ExamDocument } from "../protocol/exam_document.ts";
import { textOf } from "../server/docs/doc_markdown.ts";
import { headingIds } from "../server/docs/heading_ids.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MARKDOWN = new MarkdownReader();

/** Addresses of sites are not asked for: a test needs no network. */
const ELSEWHERE = /^(https?:|mailto:|media:|\/)/;

/** Folders that names of files in documents begin with. */
const FOLDERS = ["docs", "islands", "lab", "protocol", "routes", "scoring", "server", "static", "tests", "words"];

/** What an explanation names that is not there: files that its reader makes. */
const MADE_BY_READERS: Readonly<Record<string, RegExp>> = {
  "docs/guides/add_a_language.md": /^words\/fr(\.ts|\/)/,
  "docs/guides/change_a_stored_shape.md": /\/what_it_does\.ts$/,
};

interface Read {
  path: string;
  tokens: Token[];
  /** Every piece of lines: texts, code, links. */
  pieces: Token[];
  anchors: Set<string>;
}

async function* documentsBelow(folder: string): AsyncIterable<string> {
  for await (const { name, isDirectory } of Deno.readDir(ROOT + folder)) {
    if (isDirectory) yield* documentsBelow(`${folder}/${name}`);
    else if (name.endsWith(".md")) yield `${folder}/${name}`;
  }
}

async function read(path: string): Promise<Read> {
  const tokens = MARKDOWN.parse(await Deno.readTextFile(ROOT + path), {});
  const idOf = headingIds();
  const anchors = new Set<string>();
  for (const [at, { type }] of tokens.entries()) {
    if (type === "heading_open") anchors.add(idOf(textOf(tokens[at + 1].children ?? [])));
  }
  return { path, tokens, anchors, pieces: tokens.flatMap(({ children }) => children ?? []) };
}

/** The documents, the README, the notes for contributors; not the changelog, which tells of what was. */
const ALL = await Promise.all(
  ["README.md", "CONTRIBUTING.md", ...await Array.fromAsync(documentsBelow("docs"))].map(read),
);

async function isThere(path: string): Promise<boolean> {
  try {
    await Deno.lstat(ROOT + path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Blocks of code of a language, with the document that they stand in. */
function blocks(languages: readonly string[]): { path: string; content: string }[] {
  return ALL.flatMap(({ path, tokens }) =>
    tokens.filter(({ type, info }) => type === "fence" && languages.includes(info.trim()))
      .map(({ content }) => ({ path, content }))
  );
}

Deno.test("[DR3] every link and anchor in the documents leads somewhere", async () => {
  const wrong: string[] = [];
  const byPath = new Map(ALL.map((document) => [document.path, document]));
  let links = 0;
  for (const { path, pieces, anchors } of ALL) {
    for (const piece of pieces) {
      const href = String(piece.attrGet("href") ?? piece.attrGet("src") ?? "");
      if (href === "" || ELSEWHERE.test(href)) continue;
      links += 1;
      const [written, place] = href.split("#");
      const target = join(dirname(path), written);
      if (written !== "" && !(await isThere(target))) wrong.push(`${path}: ${href}`);
      else if (place !== undefined) {
        const there = written === "" ? anchors : byPath.get(target)?.anchors;
        if (there?.has(place) !== true) wrong.push(`${path}: ${href}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(links > 100, `${links} links`);
});

Deno.test("[DR4] a file that a document names is there", async () => {
  const wrong: string[] = [];
  let files = 0;
  const named = new RegExp(`^(${FOLDERS.join("|")})/[\\w./-]+$`);
  for (const { path, pieces } of ALL) {
    for (const { type, content } of pieces) {
      if (type !== "code_inline" || !named.test(content) || MADE_BY_READERS[path]?.test(content)) continue;
      // Made by a build, and not there before it.
      if (content.startsWith("static/build/")) continue;
      files += 1;
      if (!(await isThere(content))) wrong.push(`${path}: ${content}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(files > 100, `${files} files`);
});

Deno.test("[DR4] a task that a command names is one", async () => {
  const tasks = new Set(Object.keys(JSON.parse(await Deno.readTextFile(`${ROOT}deno.json`)).tasks));
  const wrong: string[] = [];
  for (const { path, pieces, tokens } of ALL) {
    for (const { content } of [...pieces, ...tokens].filter(({ type }) => type === "code_inline" || type === "fence")) {
      for (const [, task] of content.matchAll(/\bdeno(?:@[\d.]+)? task ([a-z_]+)/g)) {
        if (!tasks.has(task)) wrong.push(`${path}: ${task}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("[DR4] JSON in a document reads, and examples of exams are exams", async () => {
  for (const { path, content } of blocks(["json"])) {
    // What an example leaves out stands as an ellipsis.
    assert.doesNotThrow(() => JSON.parse(content.replaceAll("…", '"…": 0')), `${path}: ${content}`);
  }
  for await (const { name } of Deno.readDir(`${ROOT}docs/examples`)) {
    const parsed = ExamDocument.safeParse(JSON.parse(await Deno.readTextFile(`${ROOT}docs/examples/${name}`)));
    assert.ok(parsed.success, `${name}: ${parsed.error?.message}`);
  }
});

Deno.test("[DR4] TypeScript in a document parses", async () => {
  const wrong: string[] = [];
  for (const { path, content } of blocks(["ts", "tsx"])) {
    // A piece of a list or of an object stands alone in an explanation.
    const forms = [content, `const list = [${content}];`, `const object = {${content}};`];
    const parses = await Promise.all(
      forms.map((form) => esbuild.transform(form, { loader: "tsx", logLevel: "silent" }).then(() => true, () => false)),
    );
    if (!parses.includes(true)) wrong.push(`${path}: ${content}`);
  }
  await esbuild.stop();
  assert.deepEqual(wrong, []);
});
