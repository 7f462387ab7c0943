import { CloseCode } from "../protocol/close_codes.ts";
import { type ErrorBody, type ErrorCode, ERRORS } from "../protocol/errors.ts";
import { ENGLISH } from "../words/languages.ts";
import { type PlainRefusal, refusalText, type Said } from "../words/refusal.ts";
import type { Words } from "../words/words.ts";

/** What a refusal may add to its code and sentence. */
interface RefusalDetails {
  /** Dotted path of the field that is at fault. */
  path?: string;
  /** Further fields of the error body, as the protocol names them. */
  extra?: Pick<ErrorBody["error"], "expected" | "last_seq" | "opens_at" | "seq">;
  /** Seconds after which it is worth asking again; sent as `Retry-After`. */
  retryAfterSeconds?: number;
}

/** How a refused REST call is answered. */
interface RefusalAnswer {
  status: number;
  headers: Record<string, string>;
  body: ErrorBody;
}

/**
 * The one domain error: something was asked that cannot be done, and the caller may know why.
 *
 * What it says reaches the caller in the caller's language, so it never carries anything that the caller may not see. Its
 * message is the English of it, for logs.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly path: string | undefined;
  readonly extra: NonNullable<RefusalDetails["extra"]>;
  readonly retryAfterSeconds: number | undefined;

  /** What is said, in no language yet. */
  readonly said: Said;

  /** @param said What is said: the key of a sentence, with its values where it has places for some. */
  constructor(readonly code: ErrorCode, said: PlainRefusal | Said, details: RefusalDetails = {}) {
    const whole = typeof said === "string" ? { key: said, values: {} } : said;
    super(refusalText(whole, ENGLISH));
    this.said = whole;
    this.path = details.path;
    this.extra = details.extra ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/**
 * Status, headers and body for anything that was thrown, in the caller's language.
 *
 * What is not a {@link Refusal} is a fault of ours: it is answered as `internal` in one fixed sentence, so that
 * no message of a library reaches a caller. Logging it is the caller's part.
 */
export function answerOf(error: unknown, words: Words): RefusalAnswer {
  if (!(error instanceof Refusal)) {
    return {
      status: ERRORS.internal.status,
      headers: {},
      body: { error: { code: "internal", message: words.sentences.refusals.fault } },
    };
  }
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) headers["retry-after"] = String(Math.ceil(error.retryAfterSeconds));
  if (ERRORS[error.code].status === 401) headers["www-authenticate"] = "Bearer";
  return {
    status: ERRORS[error.code].status,
    headers,
    body: {
      error: {
        code: error.code,
        message: refusalText(error.said, words),
        ...(error.path === undefined ? {} : { path: error.path }),
        ...error.extra,
      },
      ...error.extra,
    },
  };
}

/**
 * Close code and reason for anything that was thrown on a socket. The reason is the error's code alone, which
 * always fits a close frame's 123 bytes.
 */
export function closeOf(error: unknown): { code: number; reason: ErrorCode } {
  const reason: ErrorCode = error instanceof Refusal ? error.code : "internal";
  return { code: CloseCode[ERRORS[reason].close], reason };
}
