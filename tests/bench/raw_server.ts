/**
 * The raw limit of ingest: a socket, `JSON.parse`, a grouped commit of as many bytes as the product stores, an ack, and
 * nothing else. It says the few words of the protocol that the load generator needs, so that both servers see the same load.
 *
 * `INVIGIL_KV` is its store, always a new file: keys that are written again cost next to nothing. `RAW_LAYOUT` is one of
 * {@link LAYOUTS}, `RAW_BYTES` how much of each batch is stored.
 */
import { ackText, callAnswers, pongText, welcomeText } from "./bare_words.ts";
import { isLayout, type Layout, LAYOUTS } from "./raw_layout.ts";

/** Batches of one commit, at most. */
const GROUP = 100;

/** Commits under way at once. */
const IN_FLIGHT = 4;

/** A value of the store has at most 65,536 bytes. */
const MOST_VALUE_BYTES = 60_000;

interface Waiting {
  socket: WebSocket;
  attempt: string;
  seq: number;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** Writes what waits in the layout's way, several commits under way at once, and acknowledges it. */
class RawLog {
  readonly #kv: Deno.Kv;
  readonly #layout: Layout;
  #waiting: Waiting[] = [];
  #inFlight = 0;
  #written = 0;

  constructor(kv: Deno.Kv, layout: Layout) {
    this.#kv = kv;
    this.#layout = layout;
  }

  take(batch: Waiting): void {
    this.#waiting.push(batch);
    if (this.#inFlight < IN_FLIGHT) void this.#commit();
  }

  async #commit(): Promise<void> {
    this.#inFlight++;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP);
      const atomic = this.#kv.atomic();
      if (this.#layout === "segment") this.#setSegment(atomic, group);
      else for (const batch of group) atomic.set(this.#keyOf(batch), batch.bytes);
      await atomic.commit();
      for (const { socket, seq } of group) if (socket.readyState === WebSocket.OPEN) socket.send(ackText(seq));
    }
    this.#inFlight--;
  }

  #keyOf({ attempt, seq }: Waiting): Deno.KvKey {
    return this.#layout === "commit" ? ["log", this.#written++] : ["log", attempt, seq];
  }

  #setSegment(atomic: Deno.AtomicOperation, group: readonly Waiting[]): void {
    const segment = new Uint8Array(group.reduce((sum, { bytes }) => sum + bytes.length, 0));
    let end = 0;
    for (const { bytes } of group) {
      segment.set(bytes, end);
      end += bytes.length;
    }
    for (let at = 0; at < end; at += MOST_VALUE_BYTES) {
      atomic.set(["log", this.#written++], segment.subarray(at, at + MOST_VALUE_BYTES));
    }
  }
}

/** The first bytes of a text, as many as are stored of it. */
function stored(text: string, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  return bytes.subarray(0, encoder.encodeInto(text, bytes).written);
}

function serveSocket(request: Request, log: RawLog, mostBytes: number): Response {
  const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
  let attempt = "";
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "batch") {
      log.take({ socket, attempt, seq: message.seq, bytes: stored(data, mostBytes) });
    } else if (message.type === "hello") {
      attempt = message.token;
      socket.send(welcomeText(attempt));
    } else if (message.type === "ping") socket.send(pongText());
  };
  return response;
}

async function main(): Promise<void> {
  const layout = Deno.env.get("RAW_LAYOUT") ?? "commit";
  if (!isLayout(layout)) {
    throw new RangeError(`Cannot store in the layout "${layout}": there are ${LAYOUTS.join(", ")}`);
  }
  const mostBytes = Number(Deno.env.get("RAW_BYTES") ?? 760);
  const log = new RawLog(await Deno.openKv(Deno.env.get("INVIGIL_KV")), layout);
  const answer = callAnswers();
  Deno.serve(
    { port: Number(Deno.env.get("PORT")), hostname: "127.0.0.1", onListen: () => {} },
    (request) =>
      request.headers.get("upgrade") === "websocket" ? serveSocket(request, log, mostBytes) : answer(request),
  );
}

if (import.meta.main) await main();
