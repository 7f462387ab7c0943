/**
 * `deno task verify FILE`: checks the raw bytes of an export, offline. Exit code 0 where everything fits, else 1 and
 * the first entry that does not fit; 2 where there is no such file.
 *
 * @module
 */
import { type Misfit, type Verdict, verifyExport } from "../delivery/verify_export.ts";

/** The misfit in one line, with every number by which it can be found. */
export function misfitLine({ line, what, attemptId, n, seq }: Misfit): string {
  const where = [
    `line ${line}`,
    ...(attemptId === null ? [] : [`attempt ${attemptId}`]),
    ...(n === null ? [] : [`entry n ${n}`]),
    ...(seq === null ? [] : [`batch seq ${seq}`]),
  ];
  return `Does not fit: ${where.join(", ")}: ${what}.`;
}

function summaryLines({ lines, counts, notReplayed, hash }: Verdict): string[] {
  const { attempts, entries, flags, actions, tombstones } = counts;
  const replay = notReplayed === 0
    ? "Every stored score equals its replay."
    : `${notReplayed} attempts were scored by another version of the scorer: their chains fit, their scores were not replayed.`;
  return [
    `Everything fits: ${lines} lines, ${attempts} attempts, ${entries} entries, ${flags} flags, ${actions} actions, ` +
    `${tombstones} tombstones.`,
    replay,
    `Hash of the file's last line: ${hash}`,
  ];
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length !== 1) {
    console.error("Usage: deno task verify FILE");
    return 2;
  }
  let file: Deno.FsFile;
  try {
    file = await Deno.open(args[0]);
  } catch (error) {
    console.error(`Cannot read ${args[0]}: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const verdict = await verifyExport(file.readable);
  if (verdict.misfit !== null) {
    console.error(misfitLine(verdict.misfit));
    return 1;
  }
  for (const line of summaryLines(verdict)) console.log(line);
  return 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
