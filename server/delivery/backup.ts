import { z } from "zod";
import { BACKUP_FORMAT, type BackupLine, PASSING_FAMILIES } from "./backup_line.ts";
import { LineSealer } from "./sealed_lines.ts";
import { toTyped } from "./typed_value.ts";

type Unnumbered<Line> = Line extends unknown ? Omit<Line, "line"> : never;

const End = z.object({ n: z.number() });

/**
 * Everything in a store, as sealed lines of NDJSON, one at a time. Runs beside the server.
 *
 * A store that is being written to is read piece by piece; the pieces are made to fit: heads of attempts are read
 * before their logs, and entries behind a head are left out, so that each attempt is whole as of its head. Where the
 * store is a file, give a frozen copy of it (`frozenCopy`) and all of it is of one moment.
 */
export async function* backUp(kv: Deno.Kv, now: number): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const seal = (fields: Unnumbered<BackupLine>) => sealer.seal(JSON.stringify(fields));
  const ends = new Map<string, number>();
  let entries = 0;
  yield seal({ kind: "backup", format: BACKUP_FORMAT, taken_at: now });
  // Keys are listed in their order, "head" before "log" and "log_part".
  for await (const { key, value } of kv.list({ prefix: [] })) {
    const [family, attemptId, n] = key;
    if (PASSING_FAMILIES.has(family)) continue;
    if (family === "head") ends.set(String(attemptId), End.parse(value).n);
    const isBehindHead = (family === "log" || family === "log_part") &&
      Number(n) > (ends.get(String(attemptId)) ?? 0);
    if (isBehindHead) continue;
    entries++;
    yield seal({ kind: "kv", key: key.map(toTyped), value: toTyped(value) });
  }
  yield seal({ kind: "end", entries });
}
