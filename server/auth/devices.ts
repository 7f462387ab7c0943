import { newId, TokenSigner } from "./tokens.ts";

/** A browser that was here before. */
export interface Device {
  id: string;
  /** Account of staff that signed in there last, or null. */
  staffId: string | null;
}

/**
 * Knows browsers again by a signed token that they keep in a cookie, so that nobody else behind the same address is
 * taken for them. It opens nothing: it only says which limits count. Nothing is stored.
 */
export class Devices {
  readonly #signer: TokenSigner;

  constructor(secret: string) {
    this.#signer = new TokenSigner(secret, "device");
  }

  /** The token of a browser, one that was not here before where `known` is null. */
  token(known: Device | null, staffId: string | null = known?.staffId ?? null): string {
    return this.#signer.sign([known?.id ?? newId(), ...staffId === null ? [] : [staffId]].join("~"));
  }

  /** The browser that a token was given to; null where it is not ours. */
  known(token: string): Device | null {
    const [id, staffId = null] = this.#signer.open(token)?.split("~") ?? [];
    return id === undefined ? null : { id, staffId };
  }
}
