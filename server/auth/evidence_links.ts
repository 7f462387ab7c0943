import { type EvidenceLink, MAX_EVIDENCE_LINKS, type OpenedEvidence } from "../../protocol/evidence_link.ts";
import { said } from "../../words/refusal.ts";
import { type Actor, type AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { EvidenceLinkRecord, LinkPlace } from "../store/evidence_link_store.ts";
import type { Stores } from "../store/stores.ts";
import { hashToken, newId, newToken } from "./tokens.ts";

const DAY_MS = 24 * 3_600_000;

/** A reader's token opens the evidence for so long, ms; the link gives another one. */
const READER_MS = 12 * 3_600_000;

/** What a reader's token begins with: neither a student's nor a session's does. */
export const READER_PREFIX = "evidence~";

/** Who reads an attempt's evidence by a link. */
export interface Reader {
  attemptId: string;
  examId: string;
}

/**
 * Links by which students read the evidence of their own attempts without an account: made and revoked by staff, exchanged for a
 * token by whoever holds the secret. Secrets and tokens are stored by hash alone.
 */
export class EvidenceLinks {
  constructor(
    readonly stores: Pick<Stores, "evidenceLinks" | "commit">,
    readonly audit: AuditLog,
    readonly now: () => number,
  ) {}

  /** An attempt's links that open something, oldest first. */
  async list(attemptId: string): Promise<EvidenceLink[]> {
    const links = await this.stores.evidenceLinks.list(attemptId);
    return links.filter(([, { expiresAt }]) => expiresAt > this.now())
      .sort(([, a], [, b]) => a.madeAt - b.madeAt)
      .map(([linkId, record]) => told(linkId, record));
  }

  /**
   * A new link.
   *
   * @throws {Refusal} `wrong_state` where there are too many.
   */
  async make(
    about: { attemptId: string; examId: string; days: number; actor: Actor },
  ): Promise<{ link: EvidenceLink; secret: string }> {
    const { attemptId, examId, days, actor } = about;
    const { evidenceLinks, commit } = this.stores;
    const secret = newToken();
    const linkId = newId();
    const now = this.now();
    const record: EvidenceLinkRecord = {
      examId,
      secretHash: hashToken(secret),
      madeAt: now,
      madeBy: actor.who,
      expiresAt: now + days * DAY_MS,
      openedAt: null,
    };
    for (;;) {
      const last = await evidenceLinks.lastInsertion(attemptId);
      if ((await this.list(attemptId)).length >= MAX_EVIDENCE_LINKS) {
        throw new Refusal("wrong_state", said("too_many_evidence_links", { most: MAX_EVIDENCE_LINKS }));
      }
      const isMade = await commit([
        ...evidenceLinks.insert({ attemptId, linkId }, record, last, days * DAY_MS),
        this.audit.line({ ...actor, what: "make_evidence_link", about: `attempt:${attemptId}` }),
      ]);
      // Else somebody made one in the same moment, and it counts, too.
      if (isMade !== null) return { link: told(linkId, record), secret };
    }
  }

  /** Makes a link open nothing from now on, nor what it was exchanged for. @throws {Refusal} `not_found` */
  async revoke(place: LinkPlace, actor: Actor): Promise<void> {
    const link = await this.#standing(place);
    if (link === null) throw new Refusal("not_found", "no_such_evidence_link");
    await this.stores.commit([
      ...this.stores.evidenceLinks.remove(place, link.value),
      this.audit.line({ ...actor, what: "revoke_evidence_link", about: `attempt:${place.attemptId}` }),
    ]);
  }

  /**
   * Exchanges a link's secret for a token.
   *
   * @param actor Whoever holds the secret: nobody else is known.
   * @throws {Refusal} `unauthorized` for a secret that opens nothing (any more).
   */
  async open(secret: string, actor: Actor): Promise<OpenedEvidence> {
    const { evidenceLinks, commit } = this.stores;
    const place = await evidenceLinks.bySecret(hashToken(secret));
    // Each time in vain is one at which somebody else opened it in the same moment.
    while (place !== null) {
      const link = await this.#standing(place);
      if (link === null) break;
      const now = this.now();
      const leftMs = link.value.expiresAt - now;
      const keepMs = Math.min(READER_MS, leftMs);
      const token = READER_PREFIX + newToken();
      const isOpened = await commit([
        // Whoever opens it while it is revoked does not bring it back.
        ...evidenceLinks.replace(place, link.versionstamp, { ...link.value, openedAt: now }, leftMs),
        evidenceLinks.insertReader(hashToken(token), { ...place, expiresAt: now + keepMs }, keepMs),
        this.audit.line({ ...actor, what: "open_evidence_link", about: `attempt:${place.attemptId}` }),
      ]);
      if (isOpened !== null) return { token, expires_at: now + keepMs };
    }
    throw new Refusal("unauthorized", "evidence_link_opens_nothing");
  }

  /** Whose evidence a reader's token opens; null once its link was revoked or its time is over. */
  async readerOf(token: string): Promise<Reader | null> {
    const reader = await this.stores.evidenceLinks.byReader(hashToken(token));
    if (reader === null || reader.expiresAt <= this.now()) return null;
    const link = await this.#standing(reader);
    return link === null ? null : { attemptId: reader.attemptId, examId: link.value.examId };
  }

  async #standing(place: LinkPlace) {
    const link = await this.stores.evidenceLinks.get(place);
    return link === null || link.value.expiresAt <= this.now() ? null : link;
  }
}

function told(linkId: string, { madeAt, madeBy, expiresAt, openedAt }: EvidenceLinkRecord): EvidenceLink {
  return { link_id: linkId, made_at: madeAt, made_by: madeBy, expires_at: expiresAt, opened_at: openedAt };
}
