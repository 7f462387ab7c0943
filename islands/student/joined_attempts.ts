import type { AttemptAnswer } from "../../protocol/attempt.ts";
import { flag, object, optional, type Reader, text } from "../link/reader.ts";

/** An attempt that was joined in this browser: what opens it, and by what its student knows it. */
export interface JoinedAttempt {
  attemptId: string;
  /** Opens the attempt: never shown, never in an address. */
  token: string;
  /** Empty where a personal token says who it is, and the exam's page has not asked yet. */
  name: string;
  number?: string;
  exam: string;
  code: string;
  language?: string;
  /** Its student wants it to stay on this device once it is over: it opens their result. */
  kept?: boolean;
}

/** What the browser keeps text under: IndexedDB, or the tab's own storage where that is denied. */
export interface TextShelf {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

const readJoined: Reader<JoinedAttempt> = object<JoinedAttempt>({
  attemptId: text,
  token: text,
  name: text,
  number: optional(text),
  exam: text,
  code: text,
  language: optional(text),
  kept: optional(flag),
});

/** Keys of {@link JoinedAttempt}s begin so. */
const PREFIX = "attempt:";

/** Under which earlier versions kept the token of the one attempt that they knew. */
const ONE_TOKEN = "session_token";

/** The attempts that were joined in this browser, each under its own id: none takes another one's token away. */
export class JoinedAttempts {
  readonly #shelves: readonly TextShelf[];

  /** @param shelves The first that takes something keeps it; reading asks them all. */
  constructor(shelves: readonly TextShelf[]) {
    this.#shelves = shelves;
  }

  /** Keeps an attempt. Resolves false where nothing can be kept. */
  async put(joined: JoinedAttempt): Promise<boolean> {
    for (const shelf of this.#shelves) {
      try {
        await shelf.put(PREFIX + joined.attemptId, JSON.stringify(joined));
        return true;
      } catch {
        // The next one may take it.
      }
    }
    return false;
  }

  /** Token of an attempt, or null. */
  async tokenOf(attemptId: string): Promise<string | null> {
    return (await this.#find(attemptId))?.token ?? null;
  }

  /** Token of the one attempt that an earlier version of this page has joined, or null. */
  async earlierToken(): Promise<string | null> {
    for (const shelf of this.#shelves) {
      const token = await shelf.get(ONE_TOKEN).catch(() => null);
      if (token !== null) return token;
    }
    return null;
  }

  /** Puts an attempt that an earlier version of this page has joined where it belongs. */
  async adoptEarlier({ attempt_id, student, exam }: AttemptAnswer, token: string): Promise<void> {
    if (await this.earlierToken() !== token) return;
    const { title, language } = exam;
    const joined = { attemptId: attempt_id, token, ...student, exam: title, code: "", ...(language && { language }) };
    if (!await this.put(joined)) return;
    await Promise.all(this.#shelves.map((shelf) => shelf.remove(ONE_TOKEN).catch(() => {})));
  }

  /** Forgets an attempt: it is over, or its token opens nothing any more. */
  async forget(attemptId: string): Promise<void> {
    await this.#removeFrom(this.#shelves, attemptId);
  }

  /** Whether an attempt stays on this device once it is over. */
  async isKept(attemptId: string): Promise<boolean> {
    return (await this.#find(attemptId))?.kept === true;
  }

  /**
   * Keeps an attempt that is over on this device, or for as long as this tab.
   *
   * @returns Whether it is kept on the device now.
   */
  async keep(attemptId: string, isKept: boolean): Promise<boolean> {
    const joined = await this.#find(attemptId);
    if (joined === undefined) return false;
    if (!isKept) {
      await this.moveToTab(attemptId);
      return false;
    }
    if (!await this.put({ ...joined, kept: true })) return false;
    await this.#removeFrom(this.#shelves.slice(1), attemptId);
    return true;
  }

  /** Leaves an attempt to this tab alone, whose storage goes with it. Where the tab keeps nothing, all stays as it is. */
  async moveToTab(attemptId: string): Promise<void> {
    const [joined, tab] = [await this.#find(attemptId), this.#shelves.at(-1)];
    if (joined === undefined || tab === undefined) return;
    const { kept: _, ...rest } = joined;
    try {
      await tab.put(PREFIX + attemptId, JSON.stringify(rest));
    } catch {
      return;
    }
    await this.#removeFrom(this.#shelves.slice(0, -1), attemptId);
  }

  async #find(attemptId: string): Promise<JoinedAttempt | undefined> {
    return (await this.list()).find((joined) => joined.attemptId === attemptId);
  }

  async #removeFrom(shelves: readonly TextShelf[], attemptId: string): Promise<void> {
    await Promise.all(shelves.map((shelf) => shelf.remove(PREFIX + attemptId).catch(() => {})));
  }

  /** Every attempt that is kept here. What cannot be read is as if it were not there. */
  async list(): Promise<JoinedAttempt[]> {
    const found: JoinedAttempt[] = [];
    for (const shelf of this.#shelves) {
      const keys = await shelf.keys().catch(() => []);
      for (const key of keys.filter((name) => name.startsWith(PREFIX))) {
        try {
          found.push(readJoined(JSON.parse(await shelf.get(key) ?? "null")));
        } catch {
          continue;
        }
      }
    }
    return found;
  }
}

/** Whether somebody who joins is the one who sits an attempt that is open here. */
export function isSameStudent(joined: JoinedAttempt, student: { name: string; number?: string }): boolean {
  const plain = (words: string | undefined) => (words ?? "").normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  return plain(joined.name) === plain(student.name) && plain(joined.number) === plain(student.number);
}
