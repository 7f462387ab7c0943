import type { PrivateReason } from "../store/private_reason_store.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";

/** A reason that is private: its hash, which the chain binds, and what is kept beside the log. */
export interface SealedReason {
  hash: string;
  kept: PrivateReason;
}

/** Seals a reason with a salt of its own; null where none was given. */
export function sealReason(text: string | undefined): SealedReason | null {
  if (text === undefined || text === "") return null;
  const kept = { salt: newSalt(), text };
  return { hash: saltedHash("reason", kept.salt, text), kept };
}
