import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where people read: everything that a page is made of, by folder or file. */
const PAGES = [
  "islands",
  "routes/pages",
  "routes/reference",
];

/** Names that are the same in every language. */
const NAMES = new Set(["Invigil"]);

/** Attributes whose text is read or heard. */
const SPOKEN = new Set(["title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-valuetext"]);

/** A sentence in code: a capital letter or a word, then further words. Class names, ids and addresses are none. */
const SENTENCE = /^\s*[A-Z][\p{L}’']*[,.:;!?…]?(\s+[\p{L}\d(“"][^\s]*)+/u;

/** Where text in code is for engineers: errors that no page shows. What goes to the console is theirs, too. */
const ENGINEERS = new Set(["TypeError", "RangeError", "Error", "InvigilError"]);

const plugin: Deno.lint.Plugin = {
  name: "words",
  rules: {
    literals: {
      create(context) {
        const report = (node: Deno.lint.Node, text: string) =>
          context.report({ node, message: JSON.stringify(text.trim().slice(0, 60)) });
        const isForEngineers = (node: Deno.lint.Node): boolean =>
          context.sourceCode.getAncestors(node).some((above) =>
            (above.type === "NewExpression" && above.callee.type === "Identifier" &&
              ENGINEERS.has(above.callee.name)) ||
            (above.type === "CallExpression" && above.callee.type === "MemberExpression" &&
              above.callee.object.type === "Identifier" && above.callee.object.name === "console") ||
            (above.type === "JSXAttribute" && above.name.type === "JSXIdentifier" && above.name.name === "class")
          );
        return {
          JSXText(node) {
            if (/\p{L}{2,}/u.test(node.value) && !NAMES.has(node.value.trim())) report(node, node.value);
          },
          JSXAttribute(node) {
            const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
            if (node.value?.type !== "Literal" || typeof node.value.value !== "string") return;
            if (SPOKEN.has(name) && /\p{L}{2,}/u.test(node.value.value)) report(node, node.value.value);
          },
          Literal(node) {
            if (typeof node.value === "string" && SENTENCE.test(node.value) && !isForEngineers(node)) {
              report(node, node.value);
            }
          },
          TemplateElement(node) {
            if (SENTENCE.test(node.cooked) && !isForEngineers(node)) report(node, node.cooked);
          },
        };
      },
    },
  },
};

async function* sources(path: string): AsyncIterable<string> {
  if (/\.tsx?$/.test(path)) return yield path;
  for await (const { name, isFile } of Deno.readDir(ROOT + path)) {
    if (!isFile || /\.tsx?$/.test(name)) yield* sources(`${path}/${name}`);
  }
}

async function literalsIn(pages: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const page of pages) {
    for await (const path of sources(page)) {
      for (const { message } of Deno.lint.runPlugin(plugin, path, await Deno.readTextFile(ROOT + path))) {
        found.push(`${path}: ${message}`);
      }
    }
  }
  return found;
}

Deno.test("[WO6] no page says anything that does not stand in words/", async () => {
  assert.deepEqual(await literalsIn(PAGES), []);
});
