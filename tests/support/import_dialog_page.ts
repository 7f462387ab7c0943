import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { smallZod } from "../../server/build/small_zod.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The script of a page that opens the import dialog and shows what was taken: see `import_dialog_main.tsx`. */
export async function importDialogScript(): Promise<string> {
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: ["tests/support/import_dialog_main.tsx"],
      bundle: true,
      format: "esm",
      target: ["es2022"],
      jsx: "automatic",
      jsxImportSource: "preact",
      write: false,
      logLevel: "silent",
      plugins: [smallZod],
      tsconfigRaw: {},
    });
    return outputFiles[0].text;
  } finally {
    await esbuild.stop();
  }
}

/** Opens the list of exams with that script in the place of its own: the product's server, style and policies. */
export async function openImportDialog(page: Page, script: string, examId = ""): Promise<void> {
  await page.route(
    /\/static\/build\/exams\b.*\.js/,
    (route) => route.fulfill({ contentType: "text/javascript", body: script }),
  );
  // With a query, or else it would be the page that is open already.
  await page.goto(`/exams?import#${examId}`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "Open", exact: true }).click();
}
