import { Refusal } from "../errors.ts";
import { isRefusalKey } from "../../words/refusal.ts";
import type { InboxStore, Letter, Reply } from "../store/inbox_store.ts";

/** How long an answer is waited for, ms; then the asker helps itself. */
const ANSWER_WITHIN_MS = 2_500;

/** How often letters are looked for where no watch rings, ms. */
const LOOK_EVERY_MS = 250;

/** Does what a letter asks for, and returns the answer, which is JSON. */
type Answerer = (request: unknown) => Promise<unknown>;

/**
 * Letters between instances: a request is left in the other one's inbox, and its answer comes to one's own. An
 * attempt is written by one instance; whoever is asked to change it elsewhere asks that one.
 */
export class Courier {
  readonly #inboxes: InboxStore;
  readonly #id: string;
  readonly #waiting = new Map<string, (reply: Reply | null) => void>();
  #stop: () => void = () => {};

  constructor(inboxes: InboxStore, instanceId: string) {
    this.#inboxes = inboxes;
    this.#id = instanceId;
  }

  /** Begins to fetch letters. */
  start(answer: Answerer): void {
    const take = (letterId: string, letter: Letter) => this.#take(letterId, letter, answer);
    this.#stop = this.#inboxes.watch(this.#id, LOOK_EVERY_MS, () => this.#inboxes.fetch(this.#id, take));
  }

  stop(): void {
    this.#stop();
  }

  /**
   * Asks another instance, and waits for its answer.
   *
   * @returns Null where no answer came in time, since the other one is gone or cannot reach the store, and where the
   * request is too long for a letter.
   * @throws {Refusal} What the other one refused.
   */
  async ask(instanceId: string, request: unknown): Promise<{ answer: unknown } | null> {
    const letterId = crypto.randomUUID();
    const { reply: replied, finish } = this.#await(letterId);
    const isPosted = await this.#inboxes.post(instanceId, letterId, { kind: "request", from: this.#id, request });
    if (!isPosted) finish(null);
    const reply = await replied;
    if (reply === null) {
      // Taken back, so that it is not done later by an instance that only slept.
      await this.#inboxes.withdraw(instanceId, letterId);
      return null;
    }
    if ("refused" in reply) throw refusalOf(reply.refused);
    return { answer: reply.done };
  }

  /** Leaves a word that needs no answer. */
  async tell(instanceId: string, request: unknown): Promise<void> {
    await this.#inboxes.post(instanceId, crypto.randomUUID(), { kind: "request", from: null, request });
  }

  /** Waits for the answer to a letter, which comes, is given up by `finish`, or does not come in time. */
  #await(letterId: string): { reply: Promise<Reply | null>; finish: (reply: Reply | null) => void } {
    const { promise, resolve } = Promise.withResolvers<Reply | null>();
    const finish = (reply: Reply | null): void => {
      this.#waiting.delete(letterId);
      clearTimeout(timer);
      resolve(reply);
    };
    const timer = setTimeout(() => finish(null), ANSWER_WITHIN_MS);
    this.#waiting.set(letterId, finish);
    return { reply: promise, finish };
  }

  #take(letterId: string, letter: Letter, answer: Answerer): void {
    if (letter.kind === "answer") this.#waiting.get(letter.to)?.(letter.reply);
    else void this.#answer(letterId, letter.from, letter.request, answer);
  }

  async #answer(letterId: string, from: string | null, request: unknown, answer: Answerer): Promise<void> {
    const reply = await replyOf(request, answer);
    if (from === null) return;
    // An asker who hears nothing helps itself.
    await this.#inboxes.post(from, crypto.randomUUID(), { kind: "answer", to: letterId, reply }).catch(() => {});
  }
}

async function replyOf(request: unknown, answer: Answerer): Promise<Reply> {
  try {
    return { done: await answer(request) ?? null };
  } catch (error) {
    if (error instanceof Refusal) {
      return { refused: { code: error.code, said: error.said, path: error.path } };
    }
    return { refused: { code: "internal", said: { key: "not_done", values: {} } } };
  }
}

type Refused = Extract<Reply, { refused: unknown }>["refused"];

/** What another instance refused. One of another version may say what this one has no words for. */
function refusalOf({ code, said: { key, values }, path }: Refused): Refusal {
  return new Refusal(code, isRefusalKey(key) ? { key, values } : "not_done", { path });
}
