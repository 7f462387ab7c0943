import { AUTO } from "../../protocol/marks.ts";
import { SYSTEM } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { normalUsername } from "../store/staff_store.ts";
import { said } from "../../words/refusal.ts";

/** What stands beside a mark, an entry or a line of the audit log in a username's place. */
const RESERVED: ReadonlySet<string> = new Set([AUTO, SYSTEM.who, "student", "reader", "anyone"]);

/**
 * Refuses a name that a new account cannot have: what its owner does would be read as a key's, a student's or the server's.
 * An account of before keeps its own.
 *
 * @throws {Refusal} `invalid`, with the field's path.
 */
export function requireOwnName(username: string, path: string): void {
  const name = normalUsername(username);
  if (RESERVED.has(name)) throw new Refusal("invalid", said("name_reserved", { name }), { path });
}
