import { Logger } from "../logger.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** How often workers are asked whether they are there, and how long one may stay silent, ms: then it is replaced. */
const ASK_EVERY_MS = 2_000;
const SILENT_MS = 15_000;

/** A worker that ends within this time of its start did not get over it, ms; after so many of them in a row the process ends. */
const YOUNG_MS = 10_000;
const MOST_YOUNG = 5;

/** How long a stop waits for workers, ms; the process that asks for it kills after 5 s. */
const STOP_WITHIN_MS = 4_800;

/** A server that runs in this process, in one isolate or several. */
export interface RunningProcess {
  url: string;
  /** Password of the first account, where this start made it. */
  firstPassword: string | null;
  stop(): Promise<void>;
}

type Ready = Extract<FromWorker, { type: "ready" }>;

/** The module that a worker runs; tests give another one. */
const WORKER = new URL("./worker.ts", import.meta.url);

/** How many workers there are, and where they listen; port 0 for any that is free. */
interface Plan {
  count: number;
  port: number;
  hostname: string;
  module?: URL;
}

/**
 * Starts several instances of the server in this process, each in a worker with a thread, a memory and a handle on the store of its own. They
 * share the port: the system gives each connection to one of them, and there its student stays. One that dies is replaced, and its students
 * come back to whichever they meet.
 *
 * @throws {RangeError} (rejects) A sentence that says which setting is wrong.
 * @throws {Error} (rejects) With the code `EADDRINUSE` where somebody else listens there.
 */
export async function startWorkers(
  environment: Record<string, string | undefined>,
  { count, port, hostname, module = WORKER }: Plan,
): Promise<RunningProcess> {
  const PORT = String(freePort(port, hostname));
  return await new Supervisor({ ...environment, PORT }, count, module).start();
}

class Supervisor {
  readonly #environment: Record<string, string | undefined>;
  readonly #count: number;
  readonly #module: URL;
  readonly #channel = `invigil-${crypto.randomUUID()}`;
  readonly #logger = new Logger(() => Date.now());
  readonly #members = new Set<Member>();
  #isStopping = false;
  #young = 0;

  constructor(environment: Record<string, string | undefined>, count: number, module: URL) {
    this.#environment = environment;
    this.#count = count;
    this.#module = module;
  }

  async start(): Promise<RunningProcess> {
    try {
      // All load at once. The first one migrates the store and makes the first account before the others open it.
      const [first, ...others] = Array.from({ length: this.#count }, () => this.#add());
      await this.#assemble(first, false);
      await Promise.all(others.map((member) => this.#assemble(member, true)));
      const ready = await Promise.all([first, ...others].map((member) => member.listen()));
      const asking = setInterval(() => {
        for (const member of this.#members) member.ask();
      }, ASK_EVERY_MS);
      return {
        url: ready[0].url,
        firstPassword: ready.find(({ firstPassword }) => firstPassword !== null)?.firstPassword ?? null,
        stop: () => {
          clearInterval(asking);
          return this.#stop();
        },
      };
    } catch (error) {
      this.#isStopping = true;
      for (const member of this.#members) member.end();
      throw error;
    }
  }

  async #stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#members].map((member) => member.stop()));
  }

  #add(): Member {
    const member: Member = new Member(this.#module, (why) => this.#ended(member, why));
    this.#members.add(member);
    return member;
  }

  async #assemble(member: Member, isStoreSound: boolean): Promise<void> {
    await member.assemble({
      type: "start",
      environment: this.#environment,
      channel: this.#channel,
      listeners: this.#count,
      isStoreSound,
    });
  }

  /** Replaces a worker that is gone. */
  #ended(member: Member, why: string): void {
    if (!this.#members.delete(member) || this.#isStopping) return;
    member.end();
    this.#young = member.ageMs < YOUNG_MS ? this.#young + 1 : 0;
    this.#logger.error("A worker ended and is replaced", new Error(why));
    if (this.#young >= MOST_YOUNG) throw new Error(`${MOST_YOUNG} workers in a row ended as soon as they had begun`);
    this.#replace().catch((error) => {
      // Nobody but whoever watches over the process can help: it ends, and begins anew.
      this.#logger.error("A worker could not be replaced", error);
      Deno.exit(1);
    });
  }

  async #replace(): Promise<void> {
    const member = this.#add();
    await this.#assemble(member, true);
    await member.listen();
  }
}

/** One worker, from its start to its end. */
class Member {
  readonly #worker: Worker;
  readonly #onEnded: (why: string) => void;
  readonly #beganMs = performance.now();
  #heardMs = performance.now();
  #isReady = false;
  #onFailed: (error: Error) => void = () => {};
  #take: (message: FromWorker) => void = () => {};

  constructor(module: URL, onEnded: (why: string) => void) {
    this.#onEnded = onEnded;
    this.#worker = new Worker(module, { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#heardMs = performance.now();
      this.#take(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      if (this.#isReady) this.#onEnded(event.message);
      else this.#onFailed(new Error(event.message));
    };
  }

  get ageMs(): number {
    return performance.now() - this.#beganMs;
  }

  /** Makes it ready to answer. @throws {RangeError} (rejects) A sentence that says which setting is wrong. */
  async assemble(message: ToWorker): Promise<void> {
    await this.#until("assembled", message);
  }

  /** Lets it take connections. */
  async listen(): Promise<Ready> {
    const ready = await this.#until("ready", { type: "listen" });
    this.#isReady = true;
    return ready;
  }

  /** Tells it something, and waits for an answer. */
  #until<Type extends FromWorker["type"]>(type: Type, message: ToWorker): Promise<Extract<FromWorker, { type: Type }>> {
    return new Promise((resolve, reject) => {
      this.#onFailed = reject;
      this.#take = (answer) => {
        if (answer.type === "failed") reject(failureOf(answer));
        else if (isOf(answer, type)) resolve(answer);
      };
      this.#worker.postMessage(message);
    });
  }

  /** Asks whether it is there; one that has not answered for too long is gone. */
  ask(): void {
    if (!this.#isReady) return;
    if (performance.now() - this.#heardMs > SILENT_MS) {
      return this.#onEnded(`it said nothing for ${SILENT_MS / 1_000} s`);
    }
    this.#worker.postMessage({ type: "ping" } satisfies ToWorker);
  }

  /** Lets it store what is under way, and ends it. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, STOP_WITHIN_MS);
      this.#take = ({ type }) => {
        if (type !== "stopped" && type !== "failed") return;
        clearTimeout(late);
        resolve();
      };
      this.#worker.postMessage({ type: "stop" } satisfies ToWorker);
    });
    this.end();
  }

  end(): void {
    this.#worker.terminate();
  }
}

function failureOf({ message, isSentence, code }: Extract<FromWorker, { type: "failed" }>): Error {
  if (isSentence) return new RangeError(message);
  return Object.assign(new Error(message), code === null ? {} : { code });
}

function isOf<Type extends FromWorker["type"]>(
  message: FromWorker,
  type: Type,
): message is Extract<FromWorker, { type: Type }> {
  return message.type === type;
}

/**
 * The port to listen on. Workers share theirs with whoever else wants to: a second server that was started by mistake would take half of
 * the connections.
 *
 * @throws {Error} With the code `EADDRINUSE` where somebody listens.
 */
function freePort(port: number, hostname: string): number {
  try {
    const listener = Deno.listen({ port, hostname });
    listener.close();
    return listener.addr.port;
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw Object.assign(new Error("The port is in use"), { code: "EADDRINUSE" });
  }
}
