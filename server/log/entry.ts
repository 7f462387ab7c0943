import { type BatchEntry, type ControlEntry, FIRST_PREV } from "../../protocol/log_entry.ts";
import { sha256Hex } from "./hash.ts";

/** What an entry says, before it has its place in the chain. */
export type NewEntry = Unlinked<BatchEntry> | Unlinked<ControlEntry>;

type Unlinked<Entry> = Entry extends unknown ? Omit<Entry, "n" | "prev"> : never;

/** The end of a log: how many entries, and the hash of the last one. */
export interface ChainEnd {
  n: number;
  chain: string;
}

/** The end of an empty log. */
export const EMPTY_CHAIN: ChainEnd = { n: 0, chain: FIRST_PREV };

const encoder = new TextEncoder();

/** An entry as it is stored: its bytes, and the chain's end behind it. */
export interface LinkedEntry {
  bytes: Uint8Array;
  end: ChainEnd;
}

/**
 * Puts an entry behind the end of a chain. The hash is of the stored bytes, so that a verifier needs no
 * canonical form: whatever bit changes, the next entry's `prev` no longer fits.
 *
 * @param eventsText JSON of a batch's events, where the caller has it already: most of the entry's bytes.
 */
export function linkEntry(entry: NewEntry, end: ChainEnd, eventsText?: string): LinkedEntry {
  const bytes = encoder.encode(entryText(entry, end, eventsText));
  return { bytes, end: { n: end.n + 1, chain: sha256Hex(bytes) } };
}

function entryText(entry: NewEntry, end: ChainEnd, eventsText?: string): string {
  const link = { n: end.n + 1, prev: end.chain };
  if (entry.kind !== "batch" || eventsText === undefined) return JSON.stringify({ ...link, ...entry });
  const { events: _, ...rest } = entry;
  return `${JSON.stringify({ ...link, ...rest }).slice(0, -1)},"events":${eventsText}}`;
}
