/** What the supervisor tells a worker. */
export type ToWorker =
  | {
    /** Make an instance ready to answer. */
    type: "start";
    environment: Record<string, string | undefined>;
    /** Name of the channel on which the workers of this process talk. */
    channel: string;
    /** Workers that listen on the port. */
    listeners: number;
    /** Whether the store was looked through by another worker of this process. */
    isStoreSound: boolean;
  }
  /** Take connections: once all are ready, so that those who come at once are spread over them. */
  | { type: "listen" }
  | { type: "ping" }
  | { type: "stop" };

/** What a worker tells the supervisor. */
export type FromWorker =
  | { type: "assembled" }
  | { type: "ready"; url: string; firstPassword: string | null }
  /** A sentence for whoever started the server, or what went wrong. */
  | { type: "failed"; message: string; isSentence: boolean; code: string | null }
  | { type: "pong" }
  | { type: "stopped" };
