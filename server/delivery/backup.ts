import type { WholeStore } from "../store/whole_store.ts";
import { BACKUP_FORMAT, type BackupLine } from "./backup_line.ts";
import { LineSealer } from "./sealed_lines.ts";

type Unnumbered<Line> = Line extends unknown ? Omit<Line, "line"> : never;

/**
 * Everything in a store, as sealed lines of NDJSON, one at a time. Runs beside the server.
 *
 * A store that is being written to is read piece by piece, so that each attempt is whole as of its head. Where the
 * store is a file, give a frozen copy of it (`frozenCopy`) and all of it is of one moment.
 */
export async function* backUp(store: WholeStore, now: number): AsyncGenerator<Uint8Array> {
  const sealer = new LineSealer();
  const seal = (fields: Unnumbered<BackupLine>) => sealer.seal(JSON.stringify(fields));
  let entries = 0;
  yield seal({ kind: "backup", format: BACKUP_FORMAT, taken_at: now });
  for await (const entry of store.read()) {
    entries++;
    yield seal({ kind: "kv", ...entry });
  }
  yield seal({ kind: "end", entries });
}
