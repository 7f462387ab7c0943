import { Refusal } from "../errors.ts";

/** Exit code where the command line or what it names is wrong. */
const WRONG_INPUT = 2;

/** Exit code where whoever read has stopped reading: what was written is not whole. */
const NOT_WHOLE = 1;

function isSaid(error: unknown): error is Error {
  return error instanceof RangeError || error instanceof TypeError || error instanceof Refusal ||
    Object.values(Deno.errors).some((kind) => error instanceof kind);
}

/**
 * Runs a command: its exit code is what `main` returns, 0 where that is nothing. What whoever typed it can mend (a wrong
 * option, a file that is not there, a refusal) is one sentence on standard error and exit code 2; a fault of ours keeps its stack.
 *
 * @param main The command, given its arguments.
 */
export async function runTask(main: (args: string[]) => Promise<number | void>): Promise<void> {
  try {
    Deno.exitCode = await main(Deno.args) ?? 0;
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) Deno.exit(NOT_WHOLE);
    if (!isSaid(error)) throw error;
    console.error(error.message);
    Deno.exit(WRONG_INPUT);
  }
}
