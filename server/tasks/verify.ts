/**
 * `deno task verify FILE [--key KEY] [--receipts FILE]`: checks the raw bytes of an export, or of a
 * student's own account, offline. KEY is the server's
 * public key or its id, or a file with what `/.well-known/invigil-evidence.json` answers; the file of receipts holds one
 * after the other. Exit code 0 where everything fits, else 1 and the first entry that does not fit; 2 where there is no
 * such file.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { isProof } from "../delivery/proof_line.ts";
import { type Known, type Misfit, type Verdict, verifyExport } from "../delivery/verify_export.ts";
import { verifyProof } from "../delivery/verify_proof.ts";
import { PIECE_CHARACTERS, writingOf } from "../delivery/writing.ts";
import { readKeys } from "../evidence/read_keys.ts";
import { type NotedReceipt, readReceipts } from "../evidence/receipt_text.ts";
import { boundValues } from "./bound_values.ts";
import { runTask } from "./run_task.ts";

const USAGE = "Usage: deno task verify FILE [--key KEY] [--receipts FILE]";

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

function summaryLines({ lines, counts, contents, notReplayed, hash, receipts }: Verdict): string[] {
  const { attempts, entries, flags, actions, tombstones } = counts;
  const replay = notReplayed === 0
    ? "Every stored score equals its replay."
    : `Scored by another version of the scorer: ${
      counted(notReplayed, "attempt")
    }, whose chain fits and whose scores were not replayed.`;
  return [
    `Everything fits: ${counted(lines, "line")}, ${counted(attempts, "attempt")}, ${
      counted(entries, "entry", "entries")
    }, ` +
    `${counted(flags, "flag")}, ${counted(actions, "action")}, ${counted(tombstones, "tombstone")}.`,
    replay,
    ...(contents.files + contents.pictures === 0 ? [] : [
      `With the bytes of ${counted(contents.files, "file")} and ${
        counted(contents.pictures, "picture")
      }, each as its hash says.`,
    ]),
    ...(receipts.fitting === 0 ? [] : [`Receipts that fit: ${receipts.fitting}.`]),
    ...(receipts.untold === 0
      ? []
      : [`Receipts that are signed with this key, of entries that were removed since: ${receipts.untold}.`]),
    `Hash of the file's last line: ${hash}`,
  ];
}

function counted(n: number, one: string, other = `${one}s`): string {
  return `${n} ${n === 1 ? one : other}`;
}

function keyLine({ key, isKeyConfirmed }: Pick<Verdict, "key" | "isKeyConfirmed">): string {
  const name = `Signed with the key ${key?.public_key}`;
  if (isKeyConfirmed) return `${name}, which is confirmed.`;
  return `${name}. The key is unconfirmed: it comes from the file itself. Give --key, from the server's ` +
    "/.well-known/invigil-evidence.json, or --receipts, from students.";
}

async function readKnown(key: string | undefined, receiptsPath: string | undefined) {
  const receipts: NotedReceipt[] | undefined = receiptsPath === undefined
    ? undefined
    : readReceipts(await Deno.readTextFile(receiptsPath));
  if (receipts?.length === 0) throw new RangeError(`There is no receipt in ${receiptsPath}.`);
  if (key === undefined) return { receipts };
  const isFile = await Deno.stat(key).then((found) => found.isFile, () => false);
  return { receipts, isServerKey: readKeys(isFile ? await Deno.readTextFile(key) : key) };
}

/** The first bytes of a file, as text. */
async function beginOf(path: string): Promise<string> {
  using file = await Deno.open(path);
  const bytes = new Uint8Array(64);
  const read = await file.read(bytes);
  return new TextDecoder().decode(bytes.subarray(0, read ?? 0));
}

/** Checks a student's own account. @returns The exit code. */
async function checkProof(path: string, known: Known): Promise<number> {
  const verdict = await verifyProof((await Deno.open(path)).readable, known);
  const { misfit, of, counts: { whole, told, hidden }, report, isReplayed, replay, fitting, hash, lines } = verdict;
  if (misfit !== null) {
    console.error(`Does not fit: line ${misfit.line}, entry n ${misfit.n}: ${misfit.what}.`);
    return 1;
  }
  const { typed, arrived, gone } = writingOf(replay?.steps ?? []);
  const said = [
    `Everything fits: ${lines} lines, the account of ${of?.student.name}, exam "${of?.title}", attempt ${of?.attempt_id}.`,
    `Entries: ${whole} whole, ${told} without the account of staff, ${hidden} of staff by their hash alone.`,
    `Written: ${typed} characters bit by bit, ${arrived} in pieces of ${PIECE_CHARACTERS} and more, ${gone} deleted.`,
    report === null
      ? "Nothing was scored."
      : `Risk at the end ${report.risk.toFixed(1)}, at its highest ${report.peak.toFixed(1)}.`,
    isReplayed
      ? "Every stored score equals its replay."
      : "It was scored by another version of the scorer: scores were not replayed.",
    ...(fitting === 0 ? [] : [`Receipts that fit: ${fitting}.`]),
    `Hash of the file's last line: ${hash}`,
    keyLine(verdict),
  ];
  for (const line of said) console.log(line);
  return 0;
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: boundValues(args, ["key", "receipts"]),
    options: { key: { type: "string" }, receipts: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length !== 1) throw new RangeError(USAGE);
  const known = await readKnown(values.key, values.receipts);
  if (isProof(await beginOf(positionals[0]))) return await checkProof(positionals[0], known);
  const file = await Deno.open(positionals[0]);
  const verdict = await verifyExport(file.readable, known);
  if (verdict.misfit !== null) {
    console.error(misfitLine(verdict.misfit));
    return 1;
  }
  for (const line of [...summaryLines(verdict), keyLine(verdict)]) console.log(line);
  return 0;
}

if (import.meta.main) await runTask(main);
