import assert from "node:assert/strict";
import { startWorkers } from "../../../server/workers/supervisor.ts";

const FRAGILE = new URL("../../support/fragile_worker.ts", import.meta.url);

/** Hears what fragile workers say, and tells them to end. */
class Fragile {
  readonly name = `fragile-${crypto.randomUUID()}`;
  readonly #channel = new BroadcastChannel(this.name);
  readonly said: string[] = [];
  #heard: () => void = () => {};

  constructor() {
    this.#channel.onmessage = ({ data }) => {
      this.said.push(data);
      this.#heard();
    };
  }

  async until(count: number): Promise<void> {
    while (this.said.length < count) await new Promise<void>((resolve) => this.#heard = resolve);
  }

  end(): void {
    this.#channel.postMessage("end");
  }

  close(): void {
    this.#channel.close();
  }
}

const place = { port: 0, hostname: "127.0.0.1", module: FRAGILE };
const quiet = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "[WK1] as many workers as asked for listen, and all stop in good order",
  ...quiet,
  async fn() {
    const fragile = new Fragile();
    const running = await startWorkers({ FRAGILE_CHANNEL: fragile.name }, { ...place, count: 3 });
    await fragile.until(3);
    assert.deepEqual(fragile.said, ["began", "began", "began"]);
    await running.stop();
    await fragile.until(6);
    assert.deepEqual(fragile.said.slice(3), ["stopped", "stopped", "stopped"]);
    fragile.close();
  },
});

Deno.test({
  name: "[WK2] a worker that ends by an error is replaced",
  ...quiet,
  async fn() {
    const fragile = new Fragile();
    const running = await startWorkers({ FRAGILE_CHANNEL: fragile.name }, { ...place, count: 2 });
    await fragile.until(2);
    fragile.end();
    await fragile.until(4);
    await running.stop();
    await fragile.until(6);
    assert.deepEqual(fragile.said.slice(4), ["stopped", "stopped"]);
    fragile.close();
  },
});

Deno.test({
  name: "[WK3] what keeps one worker from starting is told in its sentence, and no worker is left",
  ...quiet,
  async fn() {
    const refusing = startWorkers({ FRAGILE_AT_START: "refuse" }, { ...place, count: 2 });
    await assert.rejects(refusing, new RangeError("Cannot start: this was asked for."));
  },
});

Deno.test({
  name: "[WK4] a port on which somebody listens is refused, though workers could share it",
  ...quiet,
  async fn() {
    const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    try {
      const starting = startWorkers({}, { ...place, count: 2, port: listener.addr.port });
      await assert.rejects(starting, (error: Error & { code?: string }) => error.code === "EADDRINUSE");
    } finally {
      listener.close();
    }
  },
});
