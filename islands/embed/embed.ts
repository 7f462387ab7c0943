import { askConsent } from "../watch/consent_dialog.ts";
import { callServer, RefusedCall } from "../watch/watch_call.ts";
import { readBegun, readWatchedExam } from "../watch/watch_readers.ts";
import { WatchWords } from "../watch/watch_words.ts";
import type { Agreed, StartOptions, Watching, WatchPart } from "./embed_types.ts";
import { newRequestId } from "../watch/request_id.ts";
import { keyOf, rememberedToken, rememberToken } from "./kept_token.ts";

/**
 * Asks the student, begins an attempt or goes on with the one of before, and watches the page. What captures is loaded once the
 * student has agreed, and not before.
 *
 * @returns Null where the student does not agree: nothing was captured, and nothing of them sent.
 * @throws {Error} With a sentence that says why it cannot begin; it is in the console, too.
 */
export async function start(options: StartOptions): Promise<Watching | null> {
  try {
    requireOptions(options);
    return await begin(options);
  } catch (error) {
    const why = explained(error, options.server);
    console.error(`Invigil: ${why}`);
    throw new Error(why, { cause: error });
  }
}

async function begin(options: StartOptions): Promise<Watching | null> {
  const { server, code, token, student } = options;
  const wanted = [document.documentElement.lang, ...navigator.languages].filter((tag) => tag !== "").join(", ");
  const who = token === undefined ? { code } : { token };
  const exam = readWatchedExam(await callServer(server, "/api/watched", { body: who, language: wanted }));
  const words = new WatchWords(exam.spoken);
  const { language } = words;
  const key = await keyOf([server, exam.code, location.pathname, student ?? null, token ?? null]);
  const ask = (sessionToken: string) => callServer(server, "/api/attempt", { token: sessionToken, language });
  const known = rememberedToken(key);
  if (known !== null) {
    const stands = await ask(known).catch((error) => {
      // What passes is tried again later, and takes nobody's attempt away.
      if (error instanceof RefusedCall && error.code === "unauthorized") return null;
      throw error;
    });
    if (stands !== null) return await watch({ options, exam, words, token: known, key }, stands);
    rememberToken(key, null);
  }
  // Where the answer to a begin gets lost, the same call gives it again.
  const requestId = newRequestId();
  let begun: string | null = null;
  const hasAgreed = await askConsent({
    exam,
    words,
    hasAnswers: options.answers !== undefined,
    asksName: token === undefined && student === undefined,
    begin: async (named) => {
      const consent = { version: exam.spoken.consent_version, language };
      const body = {
        ...(token === undefined ? { code, student: student ?? named } : { token }),
        consent,
        request_id: requestId,
      };
      begun = readBegun(await callServer(server, "/start_exam", { body, language })).session_token;
    },
  });
  if (!hasAgreed || begun === null) return null;
  rememberToken(key, begun);
  return await watch({ options, exam, words, token: begun, key }, await ask(begun));
}

/** Loads what captures, from the exam's server. */
async function watch(agreed: Agreed, stands: unknown): Promise<Watching> {
  const part: WatchPart = await import(new URL("/static/embed_watch.mjs", agreed.options.server).href);
  return await part.watch(agreed, stands);
}

function requireOptions({ server, code, token, root, answers = {} }: StartOptions): void {
  if (!URL.canParse(server)) throw new TypeError("server must be an origin, such as https://exams.example.org");
  if ((code === undefined) === (token === undefined)) throw new TypeError("give either code or token");
  if (root !== undefined && !(root instanceof HTMLElement)) throw new TypeError("root must be an element of the page");
  for (const [question, field] of Object.entries(answers)) {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) continue;
    throw new TypeError(`answers.${question} must be a textarea or an input`);
  }
}

function explained(error: unknown, server: string): string {
  if (!(error instanceof RefusedCall)) return error instanceof Error ? error.message : String(error);
  if (error.code !== "unreachable") return error.message;
  return `${server} does not answer this page. Can it be reached, and does the exam name ${location.origin} among its embed_origins?`;
}
