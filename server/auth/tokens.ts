import { Buffer } from "node:buffer";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Bytes of randomness in a token: 256 bits, so that guessing is out of the question and no salt is needed. */
const TOKEN_BYTES = 32;
/** Bytes of randomness in an id that opens nothing. */
const ID_BYTES = 16;

function randomText(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("base64url");
}

/** A secret that opens something: 43 characters of base64url, 256 random bits. */
export function newToken(): string {
  return randomText(TOKEN_BYTES);
}

/** A name for something, unique without asking anybody: 22 characters of base64url, 128 random bits. */
export function newId(): string {
  return randomText(ID_BYTES);
}

/**
 * The form in which a token is stored: SHA-256, base64url.
 *
 * A plain hash is enough, since a token of 256 random bits cannot be searched for; passwords take scrypt.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Whether two texts are equal, in a time that depends on their lengths alone. */
export function isSameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Signs tokens with the server's secret (HMAC-SHA-256), so that an invented one is refused without asking the
 * database, and so that a new secret ends everything that was signed with the old one.
 */
export class TokenSigner {
  readonly #key: Uint8Array;

  /**
   * @param secret `INVIGIL_SECRET`.
   * @param purpose What is signed; a signature for one purpose is worthless for another.
   * @throws {RangeError} If the secret is shorter than 32 characters.
   */
  constructor(secret: string, purpose: string) {
    if (secret.length < 32) {
      throw new RangeError(`Cannot sign: the secret must have 32 characters or more, got ${secret.length}`);
    }
    this.#key = createHmac("sha256", secret).update(`invigil ${purpose}`).digest();
  }

  /** `token.signature` */
  sign(token: string): string {
    return `${token}.${this.#signature(token)}`;
  }

  /** The signed token, as it was given to {@link sign} and signed; null if the signature is not ours. */
  open(signed: string): string | null {
    const dot = signed.lastIndexOf(".");
    if (dot <= 0 || signed.length > 512) return null;
    const token = signed.slice(0, dot);
    return isSameText(signed.slice(dot + 1), this.#signature(token)) ? token : null;
  }

  #signature(token: string): string {
    return createHmac("sha256", this.#key).update(token).digest("base64url");
  }
}
