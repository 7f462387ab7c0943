import { errorOf, InvigilError } from "./invigil_error.ts";

/** What a client knows of an operation. */
export interface ClientOperation {
  /** Method and path: `PUT /api/exams/{exam_id}`. */
  address: string;
  /** Whether its body is JSON; else it is sent as it is. */
  sendsJson: boolean;
  /** What it answers with; `either` where a file may be asked for in the place of JSON. */
  answer: "json" | "file" | "either" | "nothing";
}

/** Operations by their names. */
export type ClientOperations = Readonly<Record<string, ClientOperation>>;

export interface ClientOptions {
  /** The server's address: `https://exams.example.org`. */
  server: string;
  /** The bearer of each call that names none of its own. */
  token?: string;
  /** In the place of the global one. */
  fetch?: typeof fetch;
}

/** What a call is given. */
export interface Given {
  /** Placeholders of the path. */
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** In the place of the client's own; null for none. */
  token?: string | null;
  signal?: AbortSignal;
}

/** Calls the operations of a server. */
export class ApiClient {
  /** The bearer of each call that names none of its own; to be set after a sign-in. */
  token: string | null;
  readonly server: string;
  readonly #operations: ClientOperations;
  readonly #fetch: typeof fetch;

  constructor(operations: ClientOperations, { server, token, fetch = globalThis.fetch }: ClientOptions) {
    this.#operations = operations;
    this.server = server.replace(/\/$/, "");
    this.token = token ?? null;
    // It must not be called as a method of this object.
    this.#fetch = (input, init) => fetch(input, init);
  }

  /**
   * Calls an operation, by its name or as `METHOD /path`.
   *
   * @returns Parsed JSON; a file as a Blob; undefined where there is no content.
   * @throws {InvigilError} Where the server refuses, or cannot be reached.
   * @throws {RangeError} For an operation that is not there, or a parameter of its path that was not given.
   */
  async call(name: string, given: Given = {}): Promise<unknown> {
    const { address, sendsJson, answer } = this.#operation(name);
    const [method, path] = address.split(" ");
    const { body, token = this.token, signal } = given;
    const isJson = body !== undefined && sendsJson;
    let response: Response;
    try {
      response = await this.#fetch(this.#address(path, given), {
        method,
        headers: {
          accept: "application/json, */*",
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(isJson && { "content-type": "application/json" }),
        },
        body: isJson ? JSON.stringify(body) : body as BodyInit | undefined,
        signal,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new InvigilError(`${this.server} cannot be reached`, { code: "unreachable" });
    }
    if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null));
    if (answer === "nothing" || response.status === 204) {
      await response.body?.cancel();
      return undefined;
    }
    const isFile = answer === "file" ||
      (answer === "either" && !response.headers.get("content-type")?.startsWith("application/json"));
    return isFile ? await response.blob() : await response.json();
  }

  #operation(name: string): ClientOperation {
    const found = Object.hasOwn(this.#operations, name)
      ? this.#operations[name]
      : Object.values(this.#operations).find(({ address }) => address === name);
    if (found === undefined) throw new RangeError(`Cannot call ${name}: there is no such operation`);
    return found;
  }

  #address(path: string, { params = {}, query = {} }: Given): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
      if (params[name] === undefined) throw new RangeError(`Cannot call ${path}: ${name} is not given`);
      return encodeURIComponent(params[name]);
    });
    const asked = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]),
    );
    return `${this.server}${filled}${asked.size === 0 ? "" : `?${asked}`}`;
  }
}
