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

/** Does what a letter asks for, and returns the answer, which is JSON. */
export type Answerer = (request: unknown) => Promise<unknown>;

/**
 * Letters between instances: a request is left under the other one's inbox, the answer under the letter's id. An
 * attempt is written by one instance; whoever is asked to change it elsewhere asks that one.
 */
export class Courier {
  readonly #kv: Deno.Kv;
  readonly #id: string;
  #stop: () => void = () => {};

  constructor(kv: Deno.Kv, instanceId: string) {
    this.#kv = kv;
    this.#id = instanceId;
  }

  /** Begins to answer letters. */
  start(answer: Answerer): void {
    const bell = keys.inboxBell(this.#id);
    this.#stop = watchKeys(this.#kv, [bell], LOOK_EVERY_MS, async () => {
      for await (const { key, value } of this.#kv.list({ prefix: keys.inboxPrefix(this.#id) })) {
        const letterId = String(key[2]);
        await this.#kv.delete(key);
        if (value instanceof Uint8Array) void this.#answer(letterId, value, answer);
      }
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
    const letterId = crypto.randomUUID();
    const bytes = jsonBytes(request);
    if (bytes.length > MOST_BYTES) return null;
    const replied = this.#reply(letterId);
    await this.#kv.atomic()
      .set(keys.inbox(instanceId, letterId), bytes, { expireIn: 60_000 })
      .set(keys.inboxBell(instanceId), letterId, { expireIn: 3_600_000 })
      .commit();
    const reply = await replied;
    if (reply === null) {
      // Taken back, so that it is not done later by an instance that only slept.
      await this.#kv.delete(keys.inbox(instanceId, letterId));
      return null;
    }
    await this.#kv.delete(keys.reply(letterId));
    if ("refused" in reply) throw new Refusal(reply.refused.code, reply.refused.message, { path: reply.refused.path });
    return { answer: reply.done };
  }

  /** Leaves a word that needs no answer. */
  async tell(instanceId: string, request: unknown): Promise<void> {
    const letterId = crypto.randomUUID();
    await this.#kv.atomic()
      .set(keys.inbox(instanceId, letterId), jsonBytes(request), { expireIn: 60_000 })
      .set(keys.inboxBell(instanceId), letterId, { expireIn: 3_600_000 })
      .commit();
  }

  #reply(letterId: string): Promise<z.infer<typeof Reply> | null> {
    const key = keys.reply(letterId);
    return new Promise((resolve) => {
      const finish = (reply: z.infer<typeof Reply> | null): void => {
        stop();
        clearTimeout(timer);
        resolve(reply);
      };
      const timer = setTimeout(() => finish(null), ANSWER_WITHIN_MS);
      const stop = watchKeys(this.#kv, [key], LOOK_EVERY_MS, async () => {
        const { value } = await this.#kv.get(key);
        if (value instanceof Uint8Array) finish(Reply.parse(fromJsonBytes(value)));
      });
    });
  }

  async #answer(letterId: string, letter: Uint8Array, answer: Answerer): Promise<void> {
    let reply: unknown;
    try {
      reply = { done: await answer(fromJsonBytes(letter)) ?? null };
    } catch (error) {
      const { code, message, path } = error instanceof Refusal
        ? error
        : { code: "internal" as const, message: "This could not be done. Nothing was changed.", path: undefined };
      reply = { refused: { code, message, path } };
    }
    await this.#kv.set(keys.reply(letterId), jsonBytes(reply), { expireIn: 60_000 }).catch(() => {});
  }
}
