import * as esbuild from "esbuild";
import type { BuiltFile } from "./built_file.ts";
import { CLIENT_FILE, CLIENT_TYPES_FILE } from "./client_files.ts";
import { type ClientDocument, type ClientMessages, clientOperations, clientTypes } from "./client_types.ts";
import { smallZod } from "./small_zod.ts";

/**
 * Bundles the client for others as one file that imports nothing, for browsers, Node and Deno, and writes its types.
 *
 * @param root The project's root.
 * @throws {Error} If a source does not compile.
 */
export async function bundleClient(
  root: string,
  document: ClientDocument,
  messages: ClientMessages,
): Promise<{ files: BuiltFile[]; sources: Set<string> }> {
  const result = await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: `
        import { ApiClient } from "./islands/client/api_client.ts";
        export { connectProctor } from "./islands/client/connect_proctor.ts";
        export { connectStudent } from "./islands/client/connect_student.ts";
        export { InvigilError } from "./islands/client/invigil_error.ts";
        const OPERATIONS = ${JSON.stringify(clientOperations(document))};
        export const createClient = (options) => new ApiClient(OPERATIONS, options);
      `,
      resolveDir: root,
      loader: "js",
    },
    bundle: true,
    format: "esm",
    target: ["es2022"],
    platform: "neutral",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    charset: "utf8",
    // Deno asks the script where its types are; TypeScript finds them by their name.
    banner: { js: `// @ts-self-types="./${CLIENT_TYPES_FILE}"` },
    metafile: true,
    write: false,
    logLevel: "silent",
    plugins: [smallZod],
    tsconfigRaw: {},
  });
  const file = (name: string, content: Uint8Array): BuiltFile => ({ name, content, imports: [] });
  return {
    files: [
      file(CLIENT_FILE, result.outputFiles[0].contents),
      file(CLIENT_TYPES_FILE, new TextEncoder().encode(clientTypes(document, messages))),
    ],
    sources: new Set(Object.keys(result.metafile.inputs)),
  };
}
