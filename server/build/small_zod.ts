import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What zod's own modules import by name from the two that are left out. */
const NOTHING = [
  "allProcessors",
  "createStandardJSONSchemaMethod",
  "createToJSONSchemaMethod",
  "extractDefs",
  "finalize",
  "handleUnrepresentable",
  "initializeContext",
  "processSchema",
  "toJSONSchema",
].map((name) => `export const ${name} = nothing;`).join("\n");

/** Where a schema is made, anew or out of another. */
const MAKES_SCHEMA =
  /\b(z|([a-z]+\.)?[A-Z]\w*)\.(?=(array|boolean|custom|describe|discriminatedUnion|enum|extend|int|literal|number|object|omit|pick|record|strictObject|string|superRefine|tuple|union|unknown)\()/g;

/**
 * Leaves out of page scripts what no page uses of zod.
 *
 * `import { z }` takes all of it with every language's error texts, 80 kB gzipped; through `import * as z` the
 * bundler sees which parts are used, and sources keep zod's own way of writing it. Three more things go:
 * - schemas that a page does not use: making one changes nothing else, which the bundler must be told;
 * - their way to JSON Schema, 6 kB that only the server's OpenAPI document needs;
 * - zod's English: what a reader sees stands in `words/`, and the server says what is wrong with what it was sent.
 */
export const smallZod: Plugin = {
  name: "small-zod",
  setup(build) {
    build.onLoad({ filter: /[\\/](islands|protocol|scoring)[\\/].*\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8"))
        .replace(/^import \{ z \} from "zod";$/m, 'import * as z from "zod";')
        .replace(/^(?!\s*\*).*$/gm, (line) => line.replace(MAKES_SCHEMA, "/* @__PURE__ */ $&")),
      loader: path.endsWith("x") ? "tsx" : "ts",
    }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js$/ }, () => ({
      contents: 'export default () => ({ localeError: () => "Invalid input" });',
      loader: "js",
    }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ }, () => ({
      contents: `const nothing = () => () => { throw new Error("JSON schemas are made on the server"); };\n${NOTHING}`,
      loader: "js",
    }));
  },
};
