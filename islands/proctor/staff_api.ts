import type { z } from "zod";
import { ErrorBody, type ErrorCode } from "../../protocol/errors.ts";

/** Why a call was refused, in the server's words or, where there was no answer, in ours. */
export interface Refusal {
  status: number;
  code: ErrorCode;
  message: string;
  path: string;
}

/** What came of a call. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

export interface Call<Schema extends z.ZodType> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: unknown;
  /** Of the answer's body; left out where none is expected. */
  answer?: Schema;
  signal?: AbortSignal;
}

const UNREACHABLE: Refusal = {
  status: 0,
  code: "unavailable",
  message: "The server cannot be reached. Check the connection and try again.",
  path: "",
};

/**
 * Calls the staff's API with the session's cookie, and with the header that shows that this page asks.
 *
 * Never throws for what the network or the server does: the caller shows `error.message`.
 */
export async function callStaff<Schema extends z.ZodType>(call: Call<Schema>): Promise<Outcome<z.infer<Schema>>> {
  let response: Response;
  try {
    response = await fetch(call.path, {
      method: call.method,
      headers: {
        accept: "application/json",
        "x-invigil": "1",
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      credentials: "same-origin",
      signal: call.signal,
    });
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
  const body = await readJson(response);
  if (!response.ok) return { ok: false, error: refusal(response.status, body) };
  if (call.answer === undefined) return { ok: true, value: undefined as z.infer<Schema> };
  const parsed = call.answer.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: { status: response.status, code: "internal", message: NOT_UNDERSTOOD, path: "" } };
}

const NOT_UNDERSTOOD = "The server answered in a way that this page does not understand. Reload the page.";

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function refusal(status: number, body: unknown): Refusal {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) {
    return { status, code: "internal", message: `The server answered with status ${status}. Try again.`, path: "" };
  }
  return { status, ...parsed.data.error, path: parsed.data.error.path ?? "" };
}

/** Leaves for the login page where the session has ended; true if it did. */
export function leaveIfSignedOut(error: Refusal): boolean {
  if (error.status !== 401) return false;
  location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
  return true;
}
