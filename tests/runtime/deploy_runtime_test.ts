import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What Deno Deploy names as its runtime: nothing newer may be needed. */
const RUNTIME = "2.5.7";

async function run(command: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd: ROOT }).output();
    const decoder = new TextDecoder();
    return { ok: success, output: decoder.decode(stdout) + decoder.decode(stderr) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { ok: false, output: `${command} is not installed` };
    throw error;
  }
}

const deno = ["--yes", `deno@${RUNTIME}`];
const found = await run("npx", [...deno, "--version"]);
if (!found.ok) console.log(`Not run: the server under Deno ${RUNTIME}, because npx cannot bring it here.`);

Deno.test({
  name: `[CL20] the server starts, takes a student in and stores a batch under Deno ${RUNTIME}`,
  ignore: !found.ok,
  async fn() {
    // The packages come from the cache of downloads, so that the folder of the newer runtime stays as it is.
    const flags = ["-A", "--no-check", "--frozen", "--node-modules-dir=none"];
    const { ok, output } = await run("npx", [...deno, "run", ...flags, "tests/runtime/smoke.ts"]);
    assert.ok(ok, output);
    assert.match(output, new RegExp(`smoke test passed under Deno ${RUNTIME.replaceAll(".", "\\.")}`));
  },
});
