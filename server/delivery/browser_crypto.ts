/**
 * As much of `node:crypto` as checking evidence needs, for browsers: stands in its place where the check is bundled for the page
 * `/verify`. Signing is not in it.
 *
 * @module
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64urlOf, bytesOfBase64 } from "../evidence/base64.ts";

type Form = "hex" | "base64url";

const encoder = new TextEncoder();

function written(digest: Uint8Array, form: Form): string {
  return form === "hex" ? bytesToHex(digest) : base64urlOf(digest);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? encoder.encode(content) : content;
}

/** SHA-256 of bytes or of a text's UTF-8. */
export function hash(_algorithm: "sha256", content: string | Uint8Array, form: Form): string {
  return written(sha256(bytesOf(content)), form);
}

/** SHA-256 of what comes in pieces. */
export function createHash(_algorithm: "sha256") {
  const running = sha256.create();
  const self = {
    update(content: string | Uint8Array) {
      running.update(bytesOf(content));
      return self;
    },
    digest: (form: Form) => written(running.digest(), form),
  };
  return self;
}

/** The bytes of an Ed25519 public key. */
export function createPublicKey({ key }: { key: { x: string } }): Uint8Array {
  return bytesOfBase64(key.x) ?? new Uint8Array();
}

/** Whether a signature is of these bytes and this key, as strictly as the server's library asks it. */
export function verify(_digest: null, content: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, content, publicKey, { zip215: false });
  } catch {
    // Of another length than a signature or a key has.
    return false;
  }
}

/** Random bytes: nothing is salted while something is checked. */
export function randomBytes(): never {
  throw new Error("Cannot make a salt where evidence is checked");
}
