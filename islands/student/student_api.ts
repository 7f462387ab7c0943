import type { Answers } from "../../protocol/items/answer.ts";
import type { AttemptAnswer, StartExamBody } from "../../protocol/rest.ts";
import { fieldOf, object, type Reader, text } from "../capture/reader.ts";
import { readAttempt } from "./attempt_reader.ts";

/** Why a call came to nothing. `status` 0: the server was not reached. */
export interface Refusal {
  status: number;
  /** The protocol's error code, or `unreachable`. */
  code: string;
  message: string;
  path: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** What a join gives: the rest of the answer is asked for by the exam's page. */
export interface Joined {
  attempt_id: string;
  session_token: string;
}

const readJoined = object<Joined>({ attempt_id: text, session_token: text });

/** Asks to sit an exam. Nothing is logged before this call, which carries the consent. */
export function startExam(body: StartExamBody): Promise<Outcome<Joined>> {
  return call("/start_exam", readJoined, { body });
}

/** The attempt as the server has it. */
export function getAttempt(token: string): Promise<Outcome<AttemptAnswer>> {
  return call("/api/attempt", readAttempt, { token });
}

/** Hands the exam in. @param answers Given where the server does not have them all yet. */
export function submitExam(token: string, answers?: Answers): Promise<Outcome<{ state: string }>> {
  return call("/submit_exam", object<{ state: string }>({ state: text }), { token, body: answers ? { answers } : {} });
}

/** Everything that was captured about the student, as a file. */
export async function getCaptured(token: string): Promise<Outcome<Blob>> {
  try {
    const response = await fetch("/api/attempt/captured", { headers: { authorization: `Bearer ${token}` } });
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, refusal: await readRefusal(response) };
  } catch {
    return { ok: false, refusal: UNREACHABLE };
  }
}

const UNREACHABLE: Refusal = {
  status: 0,
  code: "unreachable",
  message: "The exam server cannot be reached. Check the network and try again.",
  path: "",
};

async function call<T>(
  path: string,
  reader: Reader<T>,
  { token, body }: { token?: string; body?: unknown },
): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        accept: "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
    });
    if (!response.ok) return { ok: false, refusal: await readRefusal(response) };
    return { ok: true, value: reader(await response.json()) };
  } catch (error) {
    // A network error is a TypeError as well, but one of `fetch`; both are worth another try.
    console.warn("Invigil:", error);
    return { ok: false, refusal: UNREACHABLE };
  }
}

async function readRefusal(response: Response): Promise<Refusal> {
  const refusal = { status: response.status, code: "internal", message: UNEXPECTED, path: "" };
  try {
    const error = fieldOf(await response.json(), "error");
    const read = (name: string) => {
      const value = fieldOf(error, name);
      return typeof value === "string" ? value : undefined;
    };
    return {
      status: response.status,
      code: read("code") ?? refusal.code,
      message: read("message") ?? refusal.message,
      path: read("path") ?? "",
    };
  } catch {
    return refusal;
  }
}

const UNEXPECTED = "Something went wrong on the exam server. Wait a moment and try again.";
