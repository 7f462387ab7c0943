import { z } from "zod";
import { BACKUP_FORMAT, type BackupLine, PASSING_FAMILIES } from "./backup_line.ts";
import { LineSealer } from "./sealed_lines.ts";
import { keys } from "../store/keys.ts";
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
  let entries = 0;
  yield seal({ kind: "backup", format: BACKUP_FORMAT, taken_at: now });
  for await (const { key, value } of everything(kv)) {
    entries++;
    yield seal({ kind: "kv", key: key.map(toTyped), value: toTyped(value) });
  }
  yield seal({ kind: "end", entries });
}

/** All that is kept, in the order of keys but for attempts: of each the record and the head, then the log up to there. */
async function* everything(kv: Deno.Kv): AsyncGenerator<Deno.KvEntry<unknown>> {
  yield* kept(kv, { prefix: [], end: ATTEMPTS });
  for (let from = ATTEMPTS;; from = behind(from)) {
    const next = await kv.list({ start: from, end: behind(ATTEMPTS) }, { limit: 1 }).next();
    if (next.done) break;
    const attemptId = String(next.value.key[1]);
    from = [...ATTEMPTS, attemptId];
    yield* attempt(kv, attemptId);
  }
  yield* kept(kv, { prefix: [], start: behind(ATTEMPTS) });
}

async function* kept(kv: Deno.Kv, selector: Deno.KvListSelector): AsyncGenerator<Deno.KvEntry<unknown>> {
  for await (const entry of kv.list(selector)) if (!PASSING_FAMILIES.has(entry.key[0])) yield entry;
}

async function* attempt(kv: Deno.Kv, attemptId: string): AsyncGenerator<Deno.KvEntry<unknown>> {
  let end = 0;
  for (const entry of await kv.getMany([keys.attempt(attemptId), keys.head(attemptId)])) {
    if (entry.versionstamp === null) continue;
    if (entry.key.length > 2) end = End.parse(entry.value).n;
    yield entry;
  }
  for (const prefix of [keys.logPrefix(attemptId), keys.logPartPrefix(attemptId)]) {
    for await (const entry of kv.list({ prefix })) if (Number(entry.key[3]) <= end) yield entry;
  }
}

/** What all keys of attempts begin with. */
const ATTEMPTS: Deno.KvKey = keys.attempt("").slice(0, 1);

/** The first key behind all that begin with `key`: no text comes between one and the same with a zero. */
function behind(key: Deno.KvKey): Deno.KvKey {
  return [...key.slice(0, -1), `${String(key[key.length - 1])}\0`];
}
