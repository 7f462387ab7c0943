/**
 * Arguments of a command line with each named option bound to its value: `--exam -xY…` becomes `--exam=-xY…`. Ids and keys may
 * begin with a dash, which `parseArgs` takes for another option.
 *
 * @param args As they were given.
 * @param names Options that take a value. One whose value is another of them, or missing, is left as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(boundValues(["--exam", "-xY", "--key", "--exam"], ["exam", "key"]), ["--exam=-xY", "--key", "--exam"]);
 * ```
 */
export function boundValues(args: readonly string[], names: readonly string[]): string[] {
  const options = new Set(names.map((name) => `--${name}`));
  const bound: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const next = args[index + 1];
    if (options.has(args[index]) && next !== undefined && !options.has(next)) {
      bound.push(`${args[index]}=${args[++index]}`);
    } else bound.push(args[index]);
  }
  return bound;
}
