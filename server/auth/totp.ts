import { createHmac } from "node:crypto";
import { isSameText } from "./tokens.ts";

/** RFC 4648 base32, as authenticator apps read it. */
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** Bytes of a secret: 160 bits, RFC 4226's recommendation. */
const SECRET_BYTES = 20;
/** Length of a time step, s: what every authenticator assumes. */
const STEP_SECONDS = 30;
/** Steps that a clock may be off, either way (RFC 6238, 5.2). */
const MAX_STEPS_OFF = 1;

/** A new secret in base32. */
export function newTotpSecret(): string {
  let bits = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(SECRET_BYTES))) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < SECRET_BYTES * 8 / 5; i++, bits >>= 5n) text = BASE32[Number(bits & 31n)] + text;
  return text;
}

function secretBytes(base32: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(base32.length * 5 / 8));
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (const character of base32) {
    const value = BASE32.indexOf(character);
    if (value < 0) throw new RangeError("Cannot read a one-time secret: it is not base32");
    held = ((held << 5) | value) & 0xfff;
    heldBits += 5;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[at++] = (held >> heldBits) & 0xff;
  }
  return bytes;
}

/** The time step that a server time in ms since 1970 lies in. */
export function totpStep(nowMs: number): number {
  return Math.floor(nowMs / 1000 / STEP_SECONDS);
}

/**
 * The six digits of a time step (RFC 6238 over HMAC-SHA-1, the one algorithm that all authenticators share).
 *
 * @throws {RangeError} If the secret is not base32.
 */
export function totpCode(secret: string, step: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(step));
  const digest = createHmac("sha1", secretBytes(secret)).update(counter).digest();
  const offset = digest[19] & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * The time step whose code was given, or null if the code is wrong, too old, or not newer than the last one used.
 * The caller stores the step as the last used one: a code that was looked over a shoulder opens nothing.
 *
 * @param lastStep Step of the last accepted code, or null before the first.
 */
export function acceptedStep(secret: string, code: string, nowMs: number, lastStep: number | null): number | null {
  const step = totpStep(nowMs);
  let accepted: number | null = null;
  for (let candidate = step - MAX_STEPS_OFF; candidate <= step + MAX_STEPS_OFF; candidate++) {
    const isRight = isSameText(totpCode(secret, candidate), code.trim());
    if (isRight && candidate > (lastStep ?? -1)) accepted = candidate;
  }
  return accepted;
}

/** The address that an authenticator takes as a QR code or a link (Google's Key Uri Format). */
export function totpUri(secret: string, username: string): string {
  const label = `Invigil:${encodeURIComponent(username)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=Invigil&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
}
