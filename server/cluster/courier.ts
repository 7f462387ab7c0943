import { z } from "zod";
import { type ErrorCode, ERRORS } from "../../protocol/errors.ts";
import { Refusal } from "../errors.ts";
import { fromJsonBytes, jsonBytes } from "../store/parts.ts";
import { keys } from "../store/keys.ts";
import { watchKeys } from "./key_watch.ts";

/** How long an answer is waited for, ms; then the asker helps itself. */
export const ANSWER_WITHIN_MS = 2_500;

/** How often letters are looked for where no watch rings, ms. */
const LOOK_EVERY_MS = 250;

/** Bytes of a letter, at most: it is one KV value. */
const MOST_BYTES = 60_000;

/** How long a letter that nobody fetched stays, ms. */
const KEPT_MS = 60_000;

const Reply = z.union([
  z.object({ done: z.unknown() }),
  z.object({
    refused: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      path: z.string().optional(),
    }),
  }),
]);
type Reply = z.infer<typeof Reply>;

const Letter = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("request"), from: z.string().nullable(), request: z.unknown() }),
  z.object({ kind: z.literal("answer"), to: z.string(), reply: Reply }),
]);
type Letter = z.infer<typeof Letter>;

/** Does what a letter asks for, and returns the answer, which is JSON. */
export type Answerer = (request: unknown) => Promise<unknown>;

/**
 * Letters between instances: a request is left in the other one's inbox, and its answer comes to one's own. An
 * attempt is written by one instance; whoever is asked to change it elsewhere asks that one.
 */
export class Courier {
  readonly #kv: Deno.Kv;
  readonly #id: string;
  readonly #waiting = new Map<string, (reply: Reply | null) => void>();
  #stop: () => void = () => {};

  constructor(kv: Deno.Kv, instanceId: string) {
    this.#kv = kv;
    this.#id = instanceId;
  }

  /** Begins to fetch letters. */
  start(answer: Answerer): void {
    const bell = keys.inboxBell(this.#id);
    this.#stop = watchKeys(this.#kv, [bell], LOOK_EVERY_MS, async () => {
      const letters = await Array.fromAsync(this.#kv.list({ prefix: keys.inboxPrefix(this.#id) }));
      await Promise.all(letters.map((letter) => this.#fetch(letter, answer)));
    });
  }

  stop(): void {
    this.#stop();
  }

  /**
   * Asks another instance, and waits for its answer.
   *
   * @returns Null where no answer came in time: the other one is gone or cannot reach the store.
   * @throws {Refusal} What the other one refused.
   */
  async ask(instanceId: string, request: unknown): Promise<{ answer: unknown } | null> {
    const letter = jsonBytes({ kind: "request", from: this.#id, request } satisfies Letter);
    if (letter.length > MOST_BYTES) return null;
    const letterId = crypto.randomUUID();
    const replied = this.#reply(letterId);
    await this.#post(instanceId, letterId, letter);
    const reply = await replied;
    if (reply === null) {
      // Taken back, so that it is not done later by an instance that only slept.
      await this.#kv.delete(keys.inbox(instanceId, letterId));
      return null;
    }
    if ("refused" in reply) throw new Refusal(reply.refused.code, reply.refused.message, { path: reply.refused.path });
    return { answer: reply.done };
  }

  /** Leaves a word that needs no answer. */
  async tell(instanceId: string, request: unknown): Promise<void> {
    const letter: Letter = { kind: "request", from: null, request };
    await this.#post(instanceId, crypto.randomUUID(), jsonBytes(letter));
  }

  async #post(instanceId: string, letterId: string, letter: Uint8Array): Promise<void> {
    await this.#kv.atomic()
      .set(keys.inbox(instanceId, letterId), letter, { expireIn: KEPT_MS })
      .set(keys.inboxBell(instanceId), letterId, { expireIn: 3_600_000 })
      .commit();
  }

  #reply(letterId: string): Promise<Reply | null> {
    return new Promise((resolve) => {
      const finish = (reply: Reply | null): void => {
        this.#waiting.delete(letterId);
        clearTimeout(timer);
        resolve(reply);
      };
      const timer = setTimeout(() => finish(null), ANSWER_WITHIN_MS);
      this.#waiting.set(letterId, finish);
    });
  }

  /** Takes a letter out of the inbox; whoever sent it may have taken it back in the same moment. */
  async #fetch(entry: Deno.KvEntry<unknown>, answer: Answerer): Promise<void> {
    const taken = await this.#kv.atomic().check(entry).delete(entry.key).commit();
    if (!taken.ok || !(entry.value instanceof Uint8Array)) return;
    const letter = Letter.parse(fromJsonBytes(entry.value));
    if (letter.kind === "answer") this.#waiting.get(letter.to)?.(letter.reply);
    else void this.#answer(String(entry.key[2]), letter.from, letter.request, answer);
  }

  async #answer(letterId: string, from: string | null, request: unknown, answer: Answerer): Promise<void> {
    const reply = await replyOf(request, answer);
    if (from === null) return;
    // An asker who hears nothing helps itself.
    await this.#post(from, crypto.randomUUID(), jsonBytes({ kind: "answer", to: letterId, reply } satisfies Letter))
      .catch(() => {});
  }
}

async function replyOf(request: unknown, answer: Answerer): Promise<Reply> {
  try {
    return { done: await answer(request) ?? null };
  } catch (error) {
    if (error instanceof Refusal) {
      return { refused: { code: error.code, message: error.message, path: error.path } };
    }
    return { refused: { code: "internal", message: "This could not be done. Nothing was changed." } };
  }
}
