import { fieldOf, type Reader } from "../link/reader.ts";

/** Why a call came to nothing. `status` 0: the server was not reached. */
export interface FailedCall {
  status: number;
  /** The protocol's error code, `unreachable`, or `not_answered`. */
  code: string;
  /** The server's own words, in the page's language; null where it gave none. */
  message: string | null;
  path: string;
  /** When the exam opens (ISO 8601), where it has not yet. */
  opensAt?: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: FailedCall };

/** The server was not reached. */
export const UNREACHABLE: FailedCall = { status: 0, code: "unreachable", message: null, path: "" };
const NOT_ANSWERED: FailedCall = { ...UNREACHABLE, code: "not_answered" };

/** A call without an answer for this long is given up, in ms: it is said, and tried again. */
const ANSWER_WITHIN_MS = 8_000;

/** A file takes longer. */
const FILE_WITHIN_MS = 60_000;

/** Whether a call that failed so is worth another try: the server was not reached, or could not serve it now. */
export function isPassing({ status }: FailedCall): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Calls the exam server and reads its answer. */
export async function call<T>(
  path: string,
  reader: Reader<T>,
  { token, body }: { token?: string; body?: unknown },
): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...headersFor(token),
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.ok) return { ok: false, failure: await failedCall(response) };
    return { ok: true, value: reader(await response.json()) };
  } catch (error) {
    // A network error is a TypeError as well, but one of `fetch`; both are worth another try.
    console.warn("Invigil:", error);
    return { ok: false, failure: unanswered(error) };
  }
}

/** Asks the exam server for a file. */
export async function callForFile(path: string, token: string): Promise<Outcome<Blob>> {
  try {
    const response = await fetch(path, { headers: headersFor(token), signal: AbortSignal.timeout(FILE_WITHIN_MS) });
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, failure: await failedCall(response) };
  } catch (error) {
    return { ok: false, failure: unanswered(error) };
  }
}

function unanswered(error: unknown): FailedCall {
  return error instanceof DOMException && error.name === "TimeoutError" ? NOT_ANSWERED : UNREACHABLE;
}

/** The server is asked in the page's language, so that what it refuses is said in it. */
export function headersFor(token: string | undefined): Record<string, string> {
  return {
    "accept-language": document.documentElement.lang,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

/** What an answer that refuses says. */
export async function failedCall(response: Response): Promise<FailedCall> {
  const failure: FailedCall = { status: response.status, code: "internal", message: null, path: "" };
  try {
    const error = fieldOf(await response.json(), "error");
    const read = (name: string) => {
      const value = fieldOf(error, name);
      return typeof value === "string" ? value : undefined;
    };
    return {
      status: response.status,
      code: read("code") ?? failure.code,
      message: read("message") ?? null,
      path: read("path") ?? "",
      opensAt: read("opens_at"),
    };
  } catch {
    return failure;
  }
}
