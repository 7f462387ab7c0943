import { Buffer } from "node:buffer";
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { EvidenceKey } from "../../protocol/evidence.ts";
import { bytesOf, thumbprint } from "./signature_check.ts";
import type { Statement } from "./statements.ts";

/** Name under which the private half is kept among the server's secrets. */
export const EVIDENCE_SECRET = "evidence";

/** A new private key, as it is kept: PKCS #8 in base64url. */
export function makeEvidenceSecret(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url");
}

/** Signs statements (Ed25519) with the server's one key. The same statement always has the same signature. */
export class Signer {
  readonly key: EvidenceKey;
  readonly #privateKey: KeyObject;

  /** @param secret What {@link makeEvidenceSecret} made. */
  constructor(secret: string) {
    this.#privateKey = createPrivateKey({ key: Buffer.from(secret, "base64url"), format: "der", type: "pkcs8" });
    const { x } = createPublicKey(this.#privateKey).export({ format: "jwk" });
    if (x === undefined) throw new RangeError("Cannot sign: the stored key is no Ed25519 key");
    this.key = { key_id: thumbprint(x), algorithm: "Ed25519", public_key: x };
  }

  /** A signature, base64url. */
  sign(statement: Statement): string {
    return sign(null, bytesOf(statement), this.#privateKey).toString("base64url");
  }
}

/** Opens the key that all instances of a store share; the first one makes it. */
export async function openSigner(
  secrets: { ensure(name: string, make: () => string): Promise<string> },
): Promise<Signer> {
  return new Signer(await secrets.ensure(EVIDENCE_SECRET, makeEvidenceSecret));
}
