/**
 * Bytes in base64 and base64url without Node's buffers: what checks evidence also runs in a browser.
 */

/** The bytes of a text in base64 or base64url, padded or not; null where it is neither. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Bytes in base64url, without padding. */
export function base64urlOf(bytes: Uint8Array): string {
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
