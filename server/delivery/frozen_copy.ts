import { DatabaseSync } from "node:sqlite";

/**
 * Writes a copy of an embedded store's file as it is at one moment, while a server goes on writing to it: SQLite's
 * `VACUUM INTO` reads in one transaction and holds up no writer.
 *
 * @param path The store's file.
 * @param copy A file that is not there yet.
 */
export function frozenCopy(path: string, copy: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.prepare("vacuum into ?").run(copy);
  } finally {
    database.close();
  }
}
