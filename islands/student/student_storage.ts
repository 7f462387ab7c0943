import { IndexedDbOutboxStore, openStudentDatabase } from "../link/indexed_db_outbox_store.ts";
import { MemoryOutboxStore } from "../link/memory_outbox_store.ts";
import type { OutboxStore } from "../link/outbox_store.ts";

const SESSION_KEY = "session_token";

/** What the student's pages keep on the device. */
export interface StudentStorage {
  store: OutboxStore;
  /** False where the browser denies storage: work then lives as long as the page. */
  isDurable: boolean;
  /** Token of the attempt that was joined here last, or null. */
  readToken(): Promise<string | null>;
  /** Resolves false where it cannot be kept. */
  writeToken(token: string): Promise<boolean>;
}

/** Opens the device's storage: IndexedDB, or memory where that is denied. */
export async function openStudentStorage(): Promise<StudentStorage> {
  try {
    const database = await openStudentDatabase();
    return {
      store: new IndexedDbOutboxStore(database),
      isDurable: true,
      readToken: async () => await database.get("session", SESSION_KEY) ?? readTabToken(),
      writeToken: async (token) => {
        try {
          await database.put("session", token, SESSION_KEY);
          return true;
        } catch {
          return writeTabToken(token);
        }
      },
    };
  } catch {
    return {
      store: new MemoryOutboxStore(),
      isDurable: false,
      readToken: () => Promise.resolve(readTabToken()),
      writeToken: (token) => Promise.resolve(writeTabToken(token)),
    };
  }
}

// Where IndexedDB is denied (some private windows), the tab's own storage often is not.
function readTabToken(): string | null {
  try {
    return sessionStorage.getItem(SESSION_KEY);
  } catch {
    return null;
  }
}

function writeTabToken(token: string): boolean {
  try {
    sessionStorage.setItem(SESSION_KEY, token);
    return true;
  } catch {
    return false;
  }
}
