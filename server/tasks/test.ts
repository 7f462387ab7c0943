/**
 * `deno task test [--quick]`: the one gate. Format, lint, types, doc examples, build, then every test: unit and
 * property, then the browser's. `--quick` leaves out what drives a browser, several processes or a long run.
 *
 * @module
 */

interface Step {
  name: string;
  args: string[];
}

/** Tests that drive Chromium, several processes or real time; everything else is fast and runs in parallel. */
const SLOW_FOLDERS = ["tests/browser", "tests/crash", "tests/cluster", "tests/runtime", "tests/fuzz"];

/** Those of them whose files may run beside each other: each has a server and a browser of its own, and waits most of the time. */
const SIDE_BY_SIDE = new Set(["tests/browser"]);

const TEST_ARGS = ["test", "-A", "--no-check", "--quiet"];

const GATES: Step[] = [
  { name: "format", args: ["fmt", "--check", "--quiet"] },
  { name: "lint", args: ["lint", "--quiet"] },
  { name: "types", args: ["check", "--quiet", "."] },
  { name: "doc examples", args: ["test", "--doc", "-A", "--quiet", "protocol", "words", "scoring"] },
  { name: "build", args: ["run", "-A", "server/tasks/build.ts"] },
];

/** Runs a step with its output shown, and returns what it printed as well: the counts of tests are in it. */
async function run({ name, args }: Step): Promise<{ ok: boolean; output: string }> {
  console.log(`\n# ${name}`);
  const child = new Deno.Command(Deno.execPath(), { args, stdout: "piped", stderr: "inherit" }).spawn();
  const decoder = new TextDecoder();
  let output = "";
  for await (const chunk of child.stdout) {
    await Deno.stdout.write(chunk);
    output += decoder.decode(chunk, { stream: true });
  }
  return { ok: (await child.status).success, output };
}

/** Sums up deno test's closing lines: `ok | 12 passed | 0 failed`. */
function counts(output: string): { passed: number; failed: number } {
  // deno-lint-ignore no-control-regex
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  let passed = 0;
  let failed = 0;
  for (const [, more, bad] of plain.matchAll(/\| (\d+) passed(?: \([^)]*\))? \| (\d+) failed/g)) {
    passed += Number(more);
    failed += Number(bad);
  }
  return { passed, failed };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function main(): Promise<boolean> {
  const isQuick = Deno.args.includes("--quick");
  const slow: string[] = [];
  for (const folder of SLOW_FOLDERS) if (await isFolder(folder)) slow.push(folder);
  const steps = [
    ...GATES,
    {
      name: "unit and property tests",
      args: [...TEST_ARGS, "--parallel", `--ignore=${SLOW_FOLDERS.join(",")}`, "tests"],
    },
    ...(isQuick ? [] : slow.map((folder) => ({
      name: folder,
      args: [...TEST_ARGS, ...(SIDE_BY_SIDE.has(folder) ? ["--parallel"] : []), folder],
    }))),
  ];
  let passed = 0;
  let failed = 0;
  const broken: string[] = [];
  for (const step of steps) {
    const { ok, output } = await run(step);
    const counted = counts(output);
    passed += counted.passed;
    failed += counted.failed;
    if (!ok) broken.push(step.name);
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return broken.length === 0 && passed > 0;
}

if (import.meta.main) Deno.exit(await main() ? 0 : 1);
