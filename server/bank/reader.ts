import type { Principal } from "../auth/decide.ts";

/** Who looks into the bank: an instructor or an admin. */
export type Reader = Extract<Principal, { kind: "staff" }>;

interface Owned {
  ownerId: string;
  isShared: boolean;
}

/** Whether somebody may see and use a question of the bank: their own, what is shared, and all for an admin. */
export function maySee(reader: Reader, item: Owned): boolean {
  return item.isShared || mayChange(reader, item);
}

/** Whether somebody may change a question of the bank. */
export function mayChange({ staffId, role }: Reader, { ownerId }: Owned): boolean {
  return role === "admin" || ownerId === staffId;
}
