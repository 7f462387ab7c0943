/** How long an answer of the others is waited for, ms. */
const ANSWER_WITHIN_MS = 500;

type Packet =
  | { kind: "told"; topic: string; what: unknown }
  | { kind: "asked"; topic: string; id: string }
  | { kind: "answered"; id: string; what: unknown };

/**
 * The other instances in this process: what they tell each other goes from memory to memory, and by no store. With one instance
 * alone there is no channel, and nothing costs anything.
 */
export class Siblings {
  /** Name of the channel, by which instances know those of their own process; null for one that is alone. */
  readonly name: string | null;
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Map<string, (what: unknown) => void>();
  readonly #answerers = new Map<string, () => unknown>();
  readonly #waiting = new Map<string, unknown[]>();

  constructor(name: string | null = null) {
    this.name = name;
    this.#channel = name === null ? null : new BroadcastChannel(name);
    if (this.#channel !== null) this.#channel.onmessage = ({ data }: MessageEvent<Packet>) => this.#take(data);
  }

  /** Tells all others, in order. @param what Anything that can be cloned. */
  tell(topic: string, what: unknown): void {
    this.#channel?.postMessage({ kind: "told", topic, what } satisfies Packet);
  }

  /** Hears what others tell of a topic: one listener each. */
  listen<What>(topic: string, listener: (what: What) => void): void {
    this.#listeners.set(topic, (what) => listener(what as What));
  }

  /** Answers what others ask of a topic. */
  answer(topic: string, answerer: () => unknown): void {
    this.#answerers.set(topic, answerer);
  }

  /** What all others answer, as far as it comes in time. */
  async ask<What>(topic: string): Promise<What[]> {
    if (this.#channel === null) return [];
    const id = crypto.randomUUID();
    const answers: unknown[] = [];
    this.#waiting.set(id, answers);
    this.#channel.postMessage({ kind: "asked", topic, id } satisfies Packet);
    await new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS));
    this.#waiting.delete(id);
    return answers as What[];
  }

  close(): void {
    this.#channel?.close();
  }

  #take(packet: Packet): void {
    switch (packet.kind) {
      case "told":
        return this.#listeners.get(packet.topic)?.(packet.what);
      case "answered":
        this.#waiting.get(packet.id)?.push(packet.what);
        return;
      case "asked": {
        const answerer = this.#answerers.get(packet.topic);
        if (answerer === undefined) return;
        this.#channel?.postMessage({ kind: "answered", id: packet.id, what: answerer() } satisfies Packet);
      }
    }
  }
}
