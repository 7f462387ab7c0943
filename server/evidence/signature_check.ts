import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { EvidenceKey } from "../../protocol/evidence.ts";
import { sha256 } from "../log/hash.ts";
import { bytesOfBase64 } from "./base64.ts";
import type { Statement } from "./statements.ts";

/** Checks signatures of one key. */
export class SignatureCheck {
  readonly #publicKey: KeyObject;

  /** @throws {TypeError} If the key is none. */
  constructor({ public_key }: Pick<EvidenceKey, "public_key">) {
    this.#publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: public_key }, format: "jwk" });
  }

  isOf(statement: Statement, signature: string): boolean {
    const signed = bytesOfBase64(signature);
    return signed !== null && verify(null, bytesOf(statement), this.#publicKey, signed);
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
