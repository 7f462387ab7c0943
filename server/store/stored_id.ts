/**
 * Whether a text can be one of our ids or hashes. What a caller wrote into a path is asked this before it becomes
 * part of a key: the store throws on keys over 2,048 bytes.
 */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}
