import { createHmac } from "node:crypto";
import { isOver } from "../../protocol/exam.ts";
import { plainToken } from "../../protocol/plain_token.ts";
import type { StartExamBody } from "../../protocol/start_exam.ts";
import { hashToken } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

/** How long the same request gets the same answer, ms: as long as somebody presses a button again. */
export const REPEATABLE_MS = 10 * 60_000;

type RequestStores = Pick<Stores, "startRequests" | "studentTokens" | "attempts" | "commit">;

/** A join that can be asked for again: its answer may get lost on its way. */
export interface RepeatableStart {
  hash: string;
  bodyHash: string;
  /** The session token of an attempt that this request begins. */
  tokenOf(attemptId: string): string;
}

/**
 * Joins that carry a `request_id`: the same id with the same body gives the same attempt and the same token again, until
 * the token is used, the attempt ends or goes to another device, or ten minutes are over.
 *
 * Only hashes are stored. The token is derived from the server's key, the id and the body: who holds the store does not
 * hold the id, and who finds an id needs the personal token or the name that came with it.
 */
export class StartRequests {
  readonly #stores: RequestStores;
  readonly #key: Uint8Array;
  readonly #now: () => number;

  /** @param secret The server's, see `INVIGIL_SECRET`. */
  constructor(stores: RequestStores, secret: string, now: () => number) {
    this.#stores = stores;
    this.#key = createHmac("sha256", secret).update("invigil start_exam").digest();
    this.#now = now;
  }

  /** A body's request, or null where it carries no id. */
  of({ request_id: id, ...body }: StartExamBody): RepeatableStart | null {
    if (id === undefined) return null;
    const bodyHash = hashToken(JSON.stringify(asMeant(body)));
    const tokenOf = (attemptId: string) =>
      createHmac("sha256", this.#key).update(JSON.stringify([id, bodyHash, attemptId])).digest("base64url");
    return { hash: hashToken(id), bodyHash, tokenOf };
  }

  /**
   * The attempt that a request has begun already, or null where it is new.
   *
   * @throws {Refusal} `conflict` where it came with another body, or its answer is not given any more.
   */
  async begun(request: RepeatableStart): Promise<string | null> {
    const known = await this.#stores.startRequests.get(request.hash);
    if (known === null || this.#now() - known.at >= REPEATABLE_MS) return null;
    if (known.bodyHash !== request.bodyHash) {
      throw new Refusal("conflict", "request_other_body", { path: "request_id" });
    }
    const stored = await this.#stores.attempts.get(known.attemptId);
    const isOpen = stored !== null && !isOver(stored.head.state) &&
      stored.record.tokenHash === hashToken(request.tokenOf(known.attemptId));
    if (known.isUsed || !isOpen) throw new Refusal("conflict", "request_used", { path: "request_id" });
    return known.attemptId;
  }

  /** What notes that a request has begun an attempt; fails where it has begun one already. */
  note({ hash, bodyHash }: RepeatableStart, attemptId: string): Mutation[] {
    const request = { bodyHash, attemptId, at: this.#now(), isUsed: false };
    return this.#stores.startRequests.insert(hash, request, REPEATABLE_MS);
  }

  /** What a student's token opens, by its hash. From its first use on, no request gets it again. */
  async openedBy(tokenHash: string): Promise<{ attemptId: string; examId: string } | null> {
    const { studentTokens, startRequests, commit } = this.#stores;
    const found = await studentTokens.get(tokenHash);
    if (found === null) return null;
    const { attemptId, examId, startRequest } = found.value;
    if (startRequest === undefined) return { attemptId, examId };
    const known = await startRequests.get(startRequest);
    const committed = await commit([
      ...studentTokens.replace(tokenHash, found.versionstamp, { attemptId, examId }),
      ...(known === null ? [] : [startRequests.put(startRequest, { ...known, isUsed: true }, REPEATABLE_MS)]),
    ]);
    // Used elsewhere for the first time, or taken away, in the same moment.
    return committed === null ? await this.openedBy(tokenHash) : { attemptId, examId };
  }
}

/** A body without what the same person may type otherwise the second time: it opens the same. */
function asMeant(body: StartExamBody): StartExamBody {
  return "token" in body ? { ...body, token: plainToken(body.token) } : { ...body, code: body.code.toUpperCase() };
}
