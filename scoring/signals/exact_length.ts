import { MAX_LENGTH } from "../../protocol/limits.ts";

/** A length that sums stay exact with; 0 for what is none. */
export function exactLength(length: number): number {
  return length > 0 ? Math.min(Math.floor(length), MAX_LENGTH) : 0;
}
