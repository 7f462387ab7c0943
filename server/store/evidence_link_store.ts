import { z } from "zod";
import { removeBelow } from "./commit_in_groups.ts";
import { check, type Mutation, remove, set } from "./mutation.ts";
import { getStored, parseStored, type Versioned } from "./stored_value.ts";
import { isId } from "./stored_id.ts";

/** A link by which a student reads the evidence of their attempt without an account. */
export const EvidenceLinkRecord = z.object({
  examId: z.string(),
  /** Hash of the secret in the link, which is stored nowhere. */
  secretHash: z.string(),
  madeAt: z.number(),
  madeBy: z.string(),
  expiresAt: z.number(),
  /** When it was opened last; null for never. */
  openedAt: z.number().nullable(),
});
export type EvidenceLinkRecord = z.infer<typeof EvidenceLinkRecord>;

/** Which link something belongs to. */
const LinkPlace = z.object({ attemptId: z.string(), linkId: z.string() });
export type LinkPlace = z.infer<typeof LinkPlace>;

const prefixOf = (attemptId: string): Deno.KvKey => ["evidence_link", attemptId];
const keyOf = ({ attemptId, linkId }: LinkPlace): Deno.KvKey => [...prefixOf(attemptId), linkId];
/** Which link was made last: of those who make one at once, each sees the links of those before. */
const lastKey = (attemptId: string): Deno.KvKey => ["evidence_link_last", attemptId];
const bySecretKey = (secretHash: string): Deno.KvKey => ["evidence_link_by_secret", secretHash];
const byReaderKey = (tokenHash: string): Deno.KvKey => ["evidence_link_by_reader", tokenHash];

/** What a token was given for, and until when it counts. */
const ReaderRecord = LinkPlace.extend({ expiresAt: z.number() });
type ReaderRecord = z.infer<typeof ReaderRecord>;

/** Links to an attempt's evidence, by attempt, by the hash of their secret, and by the tokens that were given for it. */
export class EvidenceLinkStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async get(place: LinkPlace): Promise<Versioned<EvidenceLinkRecord> | null> {
    return isId(place.linkId) ? await getStored(this.#kv, EvidenceLinkRecord, keyOf(place)) : null;
  }

  /** An attempt's links by their ids; one that has expired may still be among them. */
  async list(attemptId: string): Promise<[linkId: string, EvidenceLinkRecord][]> {
    const links: [string, EvidenceLinkRecord][] = [];
    for await (const { key, value } of this.#kv.list({ prefix: prefixOf(attemptId) })) {
      links.push([String(key.at(-1)), parseStored(EvidenceLinkRecord, key, value)]);
    }
    return links;
  }

  /** The link of a secret's hash, or null. */
  async bySecret(secretHash: string): Promise<LinkPlace | null> {
    return (await getStored(this.#kv, LinkPlace, bySecretKey(secretHash)))?.value ?? null;
  }

  /** The link that a reader's token was given for, by the token's hash, or null. */
  async byReader(tokenHash: string): Promise<ReaderRecord | null> {
    return (await getStored(this.#kv, ReaderRecord, byReaderKey(tokenHash)))?.value ?? null;
  }

  /** Versionstamp of the last insertion of an attempt's; null for none. To be read before the links are counted. */
  async lastInsertion(attemptId: string): Promise<string | null> {
    return (await this.#kv.get(lastKey(attemptId))).versionstamp;
  }

  /**
   * Fails where another one was inserted since.
   *
   * @param last What {@link lastInsertion} said before.
   * @param keepMs After so long the store may forget it, ms.
   */
  insert(place: LinkPlace, record: EvidenceLinkRecord, last: string | null, keepMs: number): Mutation[] {
    return [
      check(lastKey(place.attemptId), last),
      set(lastKey(place.attemptId), place.linkId, keepMs),
      check(keyOf(place), null),
      set(keyOf(place), record, keepMs),
      set(bySecretKey(record.secretHash), place, keepMs),
    ];
  }

  /** Puts another record in the place of the one that was read at `versionstamp`; fails where it was revoked since. */
  replace(place: LinkPlace, versionstamp: string, record: EvidenceLinkRecord, keepMs: number): Mutation[] {
    return [check(keyOf(place), versionstamp), set(keyOf(place), record, keepMs)];
  }

  insertReader(tokenHash: string, reader: ReaderRecord, keepMs: number): Mutation {
    return set(byReaderKey(tokenHash), reader, keepMs);
  }

  /** Removes a link; the tokens that were given for it open nothing without it. */
  remove(place: LinkPlace, { secretHash }: EvidenceLinkRecord): Mutation[] {
    return [remove(keyOf(place)), remove(bySecretKey(secretHash))];
  }

  /** Removes all of an attempt's. */
  async removeAll(attemptId: string): Promise<void> {
    await removeBelow(this.#kv, prefixOf(attemptId));
    await this.#kv.delete(lastKey(attemptId));
  }
}
