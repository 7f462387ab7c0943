import { MAX_NOTE_CHARACTERS } from "../../protocol/limits.ts";
import type { AuditEntry, AuditFilter, AuditPage } from "../../protocol/staff.ts";
import { type Principal, roleOf } from "../auth/decide.ts";
import { newId } from "../auth/tokens.ts";
import type { Write } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

/** Lines that one page looks at, at most. */
const MOST_LOOKED_AT = 10_000;
const LINES_PER_READ = 500;

/** Lines, and where the next ones begin. */
type Lines = Pick<AuditPage, "entries" | "next">;

/** Who does something, and from where: the same for every line that a request writes. */
export interface Actor {
  who: string;
  role: AuditEntry["role"];
  from: string | null;
  requestId: string | null;
}

/** What the server does by itself. */
export const SYSTEM: Actor = { who: "system", role: "system", from: null, requestId: null };

/**
 * One line to be written. `what` is an operation or action; `about` names an account, exam or attempt
 * (`staff:amina`, `exam:…`, `attempt:…`); `why` is the reason that staff gave. Never an answer, a message's text,
 * a password, a token or a student's name: the log is never erased.
 */
interface AuditRecord extends Actor {
  what: string;
  about?: string;
  why?: string;
}

/** The actor of a request. */
export function actorOf(principal: Principal, address: string, requestId: string): Actor {
  const who = principal.kind === "staff" ? principal.username : principal.kind;
  return { who, role: roleOf(principal), from: address, requestId };
}

/**
 * The append-only audit log: ordered by server time, each line written in the same atomic commit as what it tells
 * of, so that there is no action without its line and no line without its action.
 *
 * There is no way to change or remove a line. Lines are not chained by hash: one chain would make every action of
 * every instance wait for one key; `docs/decisions/audit_log.md` says more.
 */
export class AuditLog {
  #lastMs = 0;
  #countInMs = 0;

  constructor(readonly stores: Pick<Stores, "audit" | "commit">, readonly now: () => number) {}

  /** A line, for the commit that changes what it tells of. */
  line(record: AuditRecord): Write {
    const at = this.now();
    const id = this.#nextId(at);
    const entry: AuditEntry = {
      id,
      at,
      who: record.who,
      role: record.role,
      what: record.what,
      about: record.about ?? null,
      from: record.from,
      why: record.why?.slice(0, MAX_NOTE_CHARACTERS) ?? null,
      request_id: record.requestId,
    };
    return this.stores.audit.insert(entry);
  }

  /** Writes a line about something that changed nothing: a refused sign-in, a download. */
  async write(record: AuditRecord): Promise<void> {
    await this.stores.commit([this.line(record)]);
  }

  /**
   * A page of lines, newest first.
   *
   * @param before `next` of the page before; from the newest where undefined. One that names no line starts at
   * the newest line that is older.
   * @param limit Lines, at most. So that a page costs the same however long the log, it looks at {@link MOST_LOOKED_AT} lines at
   * most: where few are wanted, a page may be short and have another one behind it.
   */
  async page(before: string | undefined, limit: number, filter: AuditFilter = {}): Promise<Lines> {
    const { from = 0, to } = filter;
    const start = before === undefined ? null : placeOf(before);
    // The id of no line: in front of all lines of the next ms.
    let place = to !== undefined && (start === null || start.at > to) ? { at: to + 1, id: "" } : start;
    const size = isAnyWanted(filter) ? limit + 1 : LINES_PER_READ;
    const entries: AuditEntry[] = [];
    for (let looked = 0; looked < MOST_LOOKED_AT;) {
      const read = await this.stores.audit.newest(place, size);
      for (const entry of read) {
        if (entry.at < from) return { entries, next: null };
        if (!isWanted(entry, filter)) continue;
        if (entries.length === limit) return { entries, next: entries.at(-1)?.id ?? null };
        entries.push(entry);
      }
      looked += read.length;
      if (read.length < size) return { entries, next: null };
      place = read[read.length - 1];
    }
    return { entries, next: place?.id ?? null };
  }

  /** `<ms, base 36>-<count within the ms>-<random>`: sorts by time, and two instances never meet. */
  #nextId(atMs: number): string {
    this.#countInMs = atMs === this.#lastMs ? this.#countInMs + 1 : 0;
    this.#lastMs = atMs;
    return `${atMs.toString(36)}-${this.#countInMs.toString(36).padStart(4, "0")}-${newId()}`;
  }
}

/** Where in the log a line of this id stands; null where it is no id of a line. */
function placeOf(id: string): { at: number; id: string } | null {
  const at = Number.parseInt(id.split("-")[0], 36);
  return Number.isSafeInteger(at) ? { at, id } : null;
}

function isWanted(entry: AuditEntry, { who, what, about }: AuditFilter): boolean {
  return (who === undefined || entry.who === who) && (what === undefined || entry.what === what) &&
    (about === undefined || entry.about === about);
}

function isAnyWanted({ who, what, about }: AuditFilter): boolean {
  return who === undefined && what === undefined && about === undefined;
}
