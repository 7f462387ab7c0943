import { ForgetfulStore } from "../link/forgetful_store.ts";
import { IndexedDbOutboxStore, openStudentDatabase, TokenShelf } from "../link/indexed_db_outbox_store.ts";
import { MemoryOutboxStore } from "../link/memory_outbox_store.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import { JoinedAttempts, type TextShelf } from "./joined_attempts.ts";

/** What the student's pages keep on the device. */
export interface StudentStorage {
  store: OutboxStore;
  /** False where the browser denies storage: work then lives as long as the page. */
  isDurable: boolean;
  joined: JoinedAttempts;
}

/** Opens the device's storage: IndexedDB, or memory where that is denied. */
export async function openStudentStorage(): Promise<StudentStorage> {
  try {
    const database = await openStudentDatabase();
    return {
      store: new ForgetfulStore(new IndexedDbOutboxStore(database)),
      isDurable: true,
      joined: new JoinedAttempts([new TokenShelf(database), TAB_SHELF]),
    };
  } catch {
    return { store: new MemoryOutboxStore(), isDurable: false, joined: new JoinedAttempts([TAB_SHELF]) };
  }
}

/** Whether the student's pages have kept anything in this browser. Where it does not say, they may have. */
export async function hasStudentStorage(): Promise<boolean> {
  try {
    if (Object.keys(sessionStorage).length > 0) return true;
    return (await indexedDB.databases()).some(({ name }) => name === "invigil");
  } catch {
    return typeof indexedDB !== "undefined";
  }
}

// Where IndexedDB is denied (some private windows), the tab's own storage often is not.
const TAB_SHELF: TextShelf = {
  get: (key) => Promise.resolve().then(() => sessionStorage.getItem(key)),
  put: (key, value) => Promise.resolve().then(() => sessionStorage.setItem(key, value)),
  remove: (key) => Promise.resolve().then(() => sessionStorage.removeItem(key)),
  keys: () => Promise.resolve().then(() => Object.keys(sessionStorage)),
};
