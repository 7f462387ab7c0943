import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { EvidenceKey } from "../../protocol/evidence.ts";
import { sha256 } from "../log/hash.ts";
import { bytesOfBase64 } from "./base64.ts";
import type { Statement } from "./statements.ts";

/** Points of small order, in hex without the sign, which is their last bit: as keys they sign everything, and are nobody's. */
const NOBODYS: ReadonlySet<string> = new Set([
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  ...["ec", "ed", "ee"].map((first) => `${first}${"ff".repeat(30)}7f`),
]);

/** Checks signatures of one key. */
export class SignatureCheck {
  readonly #publicKey: KeyObject;
  readonly #isNobodys: boolean;

  /** @throws {TypeError} If the key is none. */
  constructor({ public_key }: Pick<EvidenceKey, "public_key">) {
    this.#publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: public_key }, format: "jwk" });
    this.#isNobodys = isNobodys(public_key);
  }

  isOf(statement: Statement, signature: string): boolean {
    const signed = bytesOfBase64(signature);
    return !this.#isNobodys && signed !== null && verify(null, bytesOf(statement), this.#publicKey, signed);
  }
}

/** The name of a key: its thumbprint by RFC 7638. */
export function thumbprint(publicKey: string): string {
  return sha256(JSON.stringify({ crv: "Ed25519", kty: "OKP", x: publicKey }), "base64url");
}

/** What is signed of a statement. */
export function bytesOf(statement: Statement): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(statement));
}

/** Whether a key is one for which signatures can be made without having any. */
function isNobodys(publicKey: string): boolean {
  const point = Array.from(bytesOfBase64(publicKey) ?? []);
  if (point.length === 32) point[31] &= 0x7f;
  return NOBODYS.has(point.map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
