/** A call, or an action, that the server refused; or that did not reach it (`unreachable`, status 0). */
export class InvigilError extends Error {
  override readonly name = "InvigilError";
  /** As the server's documents list them. */
  readonly code: string;
  /** Dotted path of the field that it is about; null where it is about none. */
  readonly field: string | null;
  /** HTTP status; 0 where there was no answer, or the word came over a socket. */
  readonly status: number;
  /** The whole body as it came: a gap also says which batch is wanted. */
  readonly body: unknown;

  constructor(message: string, { code, field = null, status = 0, body = null }: InvigilErrorParts) {
    super(message);
    this.code = code;
    this.field = field;
    this.status = status;
    this.body = body;
  }
}

interface InvigilErrorParts {
  code: string;
  field?: string | null;
  status?: number;
  body?: unknown;
}

/** The error of an answer's status and body, whatever stands in it. */
export function errorOf(status: number, body: unknown): InvigilError {
  const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown; path?: unknown } };
  const { code, message, path } = error ?? {};
  if (typeof code !== "string" || typeof message !== "string") {
    return new InvigilError(`The server answered ${status} without a reason`, { code: "not_understood", status, body });
  }
  return new InvigilError(message, { code, field: typeof path === "string" ? path : null, status, body });
}
