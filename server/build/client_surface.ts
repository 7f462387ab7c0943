/**
 * Types of the client that no schema has: what `islands/client` exports, over the types that are made of the documents.
 * `tests/live/client_test.ts` holds them against the client itself.
 */
export const CLIENT_SURFACE = `
type Addressed = { [Name in keyof Operations as Operations[Name]["address"]]: Operations[Name] };

/** Name of an operation, or its method and path: \`start_exam\`, or \`POST /start_exam\`. */
export type OperationName = keyof Operations | keyof Addressed;

type OperationOf<Name> = Name extends keyof Operations ? Operations[Name]
  : Name extends keyof Addressed ? Addressed[Name]
  : never;

type Part<Name extends string, Value> = [Value] extends [undefined] ? { [key in Name]?: undefined }
  : {} extends Value ? { [key in Name]?: Value }
  : undefined extends Value ? { [key in Name]?: Value }
  : { [key in Name]: Value };

/** What a call is given: what its operation needs, a token in the place of the client's own (null for none), a signal. */
export type Given<Operation extends AnyOperation> =
  & Part<"params", Operation["params"]>
  & Part<"query", Operation["query"]>
  & Part<"body", Operation["body"]>
  & { token?: string | null; signal?: AbortSignal };

interface AnyOperation {
  address: string;
  params: unknown;
  query: unknown;
  body: unknown;
  answer: unknown;
}

type Arguments<Operation extends AnyOperation> = {} extends Given<Operation> ? [given?: Given<Operation>]
  : [given: Given<Operation>];

export interface Client {
  readonly server: string;
  /** The bearer of each call that names none of its own; to be set after a sign-in. */
  token: string | null;
  /**
   * Calls an operation. Answers parsed JSON; a file as a Blob; undefined where there is no content.
   *
   * @throws {InvigilError} Where the server refuses, or cannot be reached.
   */
  call<Name extends OperationName>(
    name: Name,
    ...given: Arguments<OperationOf<Name>>
  ): Promise<OperationOf<Name>["answer"]>;
}

export interface ClientOptions {
  /** The server's address: \`https://exams.example.org\`. */
  server: string;
  token?: string;
  /** In the place of the global one. */
  fetch?: typeof fetch;
}

/** A client of a server. */
export function createClient(options: ClientOptions): Client;

/** A call, or an action, that the server refused; or that did not reach it (\`unreachable\`, status 0). */
export class InvigilError extends Error {
  readonly code: string;
  /** Dotted path of the field that it is about; null where it is about none. */
  readonly field: string | null;
  /** HTTP status; 0 where there was no answer, or the word came over a socket. */
  readonly status: number;
  /** The whole body as it came. */
  readonly body: unknown;
}

export type CapturedEvent = Extract<StudentToServer, { type: "batch" }>["events"][number];

/** How an attempt is connected; \`closed\` is for good. */
export type LinkStatus =
  | { kind: "connecting" }
  | { kind: "online" }
  | { kind: "waiting" }
  | { kind: "closed"; code: number; reason: string };

/** A batch that the server has not acknowledged. */
export interface HeldBatch {
  seq: number;
  sentAt: number;
  events: CapturedEvent[];
}

/** Where batches are kept until the server has them on disk. Every method may reject: work goes on in memory. */
export interface OutboxStore {
  listBatches(attemptId: string): Promise<HeldBatch[]>;
  putBatch(attemptId: string, batch: HeldBatch): Promise<void>;
  dropBatches(attemptId: string, throughSeq: number): Promise<void>;
  replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void>;
}

export interface StudentOptions {
  server: string;
  /** The attempt's \`session_token\`. */
  token: string;
  /** In memory when absent. */
  store?: OutboxStore;
  /** In the place of the global one. Where there is none (Node before 22), it goes by REST. */
  WebSocket?: unknown;
  /** What the server says besides what numbers batches. */
  onMessage?(message: ServerToStudent): void;
  onStatus?(status: LinkStatus): void;
}

/** A student's connection: gathers events into batches, and keeps each until the server has it on disk. */
export interface StudentConnection {
  readonly attemptId: string;
  readonly status: LinkStatus;
  /** Batches that the server has not acknowledged. */
  readonly held: number;
  /** Attempt time now, whole ms: the \`t\` of an event that happens now. */
  now(): number;
  /** Takes an event; it goes out within a second. */
  record(event: CapturedEvent): void;
  /** Sends what was recorded. Answers whether the server has all of it within this time, 10 s when absent. */
  saved(withinMs?: number): Promise<boolean>;
  /** Says that a notice was read. */
  seen(id: string): void;
  /** Asks for a proctor. Answers whether there is a connection to say it on. */
  callProctor(text?: string): boolean;
  /** Ends it for good; what is held stays in the store. */
  close(): void;
}

/** Connects an attempt: over breaks, restarts and renumbering no event is lost or doubled. */
export function connectStudent(options: StudentOptions): Promise<StudentConnection>;

type WithoutId<Action> = Action extends { id: string } ? Omit<Action, "id"> : never;

/** What a proctor does to attempts. */
export type ProctorAction = WithoutId<
  Exclude<ProctorToServer, { type: "hello" | "ping" | "handle" | "take" | "give_back" | "look" | "say" }>
>;

/** What is heard of a room. */
export type RoomMessage = Exclude<ServerToProctor, { type: "done" | "refused" | "pong" }>;

/** A student as far as frames have told. */
export type RoomStudent = Extract<ServerToProctor, { type: "frame" }>["students"][number];

export interface ProctorOptions {
  server: string;
  /** A session's token of staff. */
  token: string;
  /** The exam's id. */
  exam: string;
  /** In the place of the global one, where there is none (Node before 22): the \`ws\` package's, for one. */
  WebSocket?: unknown;
  onMessage?(message: RoomMessage): void;
  /** \`refused\` is for good, and says why. */
  onStatus?(status: "online" | "reconnecting" | "refused", reason: string): void;
}

/** A proctor's connection to a room. It comes back by itself, and asks for what it missed. */
export interface ProctorConnection {
  /** Everybody in the room as of the last frame, by attempt. */
  readonly students: ReadonlyMap<string, RoomStudent>;
  /**
   * Has an action carried out, once, also over a reconnect. Answers how many attempts it was done to, and which refused.
   *
   * @throws {InvigilError} Where it is refused, or not answered (\`timeout\`).
   */
  act(action: ProctorAction): Promise<{ count: number; refused: { attempt_id: string; code: string }[] }>;
  close(): void;
}

export function connectProctor(options: ProctorOptions): ProctorConnection;
`;
