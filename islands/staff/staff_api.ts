import type { z } from "zod";
import { ErrorBody } from "../../protocol/errors.ts";

/** Why a call failed; `call_failure.ts` says it. */
export interface CallFailure {
  /**
   * `refused` by the server with a reason, `failed` without one, `unreachable`, `not_answered` in time, or answered with something that
   * this page does not know: an answer that is `not_understood`, or a `strange_entry` of a log.
   */
  kind: "refused" | "failed" | "unreachable" | "not_answered" | "not_understood" | "strange_entry";
  /** Of the answer; 0 where there was none. */
  status: number;
  /** What the server says, in the page's language; empty unless it refused. */
  message: string;
  /** The field that is wrong, where the server names one. */
  path: string;
}

/** A call without an answer for this long is given up, in ms. */
const ANSWER_WITHIN_MS = 10_000;

/** What came of a call. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: CallFailure };

export interface Call<Schema extends z.ZodType> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: unknown;
  /** A file as it is, in place of a JSON body. */
  content?: Blob | string;
  /** When it is given up, ms. */
  withinMs?: number;
  /** Of the answer's body; left out where none is expected. */
  answer?: Schema;
  signal?: AbortSignal;
}

/**
 * Calls the staff's API with the session's cookie, the page's language, and the header that shows that this page asks.
 *
 * Never throws for what the network or the server does: the caller shows why it failed.
 */
export async function callStaff<Schema extends z.ZodType>(call: Call<Schema>): Promise<Outcome<z.infer<Schema>>> {
  let response: Response;
  let body: unknown;
  const timeout = AbortSignal.timeout(call.withinMs ?? ANSWER_WITHIN_MS);
  try {
    response = await fetch(call.path, {
      method: call.method,
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        "x-invigil": "1",
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: call.body === undefined ? call.content : JSON.stringify(call.body),
      credentials: "same-origin",
      signal: call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]),
    });
    body = await readJson(response);
  } catch {
    return { ok: false, error: failure(timeout.aborted ? "not_answered" : "unreachable", 0) };
  }
  if (timeout.aborted) return { ok: false, error: failure("not_answered", 0) };
  if (!response.ok) return { ok: false, error: refusal(response.status, body) };
  if (call.answer === undefined) return { ok: true, value: undefined as z.infer<Schema> };
  const parsed = call.answer.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: failure("not_understood", response.status) };
}

/** A failure of which the server says nothing. */
export function failure(kind: Exclude<CallFailure["kind"], "refused">, status: number): CallFailure {
  return { kind, status, message: "", path: "" };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function refusal(status: number, body: unknown): CallFailure {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return failure("failed", status);
  const { message, path = "" } = parsed.data.error;
  return { kind: "refused", status, message, path };
}

/** Leaves for the login page where the session has ended; true if it did. */
export function leaveIfSignedOut(error: CallFailure): boolean {
  if (error.status !== 401) return false;
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  return true;
}
