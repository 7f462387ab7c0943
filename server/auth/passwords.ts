import { Buffer } from "node:buffer";
import { scrypt, timingSafeEqual } from "node:crypto";
import { Refusal } from "../errors.ts";

/** Cost of scrypt (RFC 7914): `2 ** logN` blocks of `r` × 128 bytes, `p` times. */
interface ScryptCost {
  logN: number;
  r: number;
  p: number;
}

/**
 * OWASP's row N = 2^15, r = 8, p = 3: 32 MiB and about 190 ms of one core here, on a thread of its own.
 * `docs/decisions/passwords.md` has the measurements.
 */
export const SCRYPT_COST: ScryptCost = { logN: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{10,86})\$([A-Za-z0-9+/]{22,86})$/;

interface PasswordSettings {
  cost: ScryptCost;
  /** Passwords computed at once; each takes `128 · r · 2 ** logN` bytes while it runs. */
  parallel: number;
  /** Passwords that wait for their turn, at most; beyond, callers are told to come back. */
  maxWaiting: number;
}

/** Letters and digits that are not mistaken for each other on paper. */
const READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password to be printed once: 20 of 32 characters in groups of five, 100 random bits. */
export function generatePassword(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => READABLE[byte % READABLE.length]);
  return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join("")).join("-");
}

interface PhcParts {
  cost: ScryptCost;
  salt: Uint8Array;
  hash: Uint8Array;
}

function toPhc({ cost, salt, hash }: PhcParts): string {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${text(salt)}$${text(hash)}`;
}

function parsePhc(phc: string): PhcParts {
  const parts = PHC.exec(phc);
  if (parts === null) throw new RangeError("Cannot read a password hash: it is not a PHC string of scrypt");
  return {
    cost: { logN: Number(parts[1]), r: Number(parts[2]), p: Number(parts[3]) },
    salt: Buffer.from(parts[4], "base64"),
    hash: Buffer.from(parts[5], "base64"),
  };
}

function derive(password: string, salt: Uint8Array, bytes: number, cost: ScryptCost): Promise<Uint8Array> {
  const N = 2 ** cost.logN;
  const maxmem = 128 * cost.r * (N + cost.p + 2) + 1024 * 1024;
  return new Promise((resolve, reject) => {
    // NFKC, so that a password typed on another keyboard gives the same bytes (NIST SP 800-63B, 5.1.1.2).
    scrypt(password.normalize("NFKC"), salt, bytes, { N, r: cost.r, p: cost.p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/**
 * Hashes and checks passwords with scrypt, a bounded number at a time, so that a storm of logins can take
 * neither the memory nor the event loop from the exams that are running.
 */
export class Passwords {
  readonly #settings: PasswordSettings;
  readonly #waiting: (() => void)[] = [];
  readonly #dummySalt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  #running = 0;

  constructor(settings: Partial<PasswordSettings> = {}) {
    this.#settings = { cost: SCRYPT_COST, parallel: 2, maxWaiting: 64, ...settings };
  }

  /** A PHC string of the password with a fresh salt. */
  async hash(password: string): Promise<string> {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const hash = await this.#inTurn(() => derive(password, salt, HASH_BYTES, this.#settings.cost));
    return toPhc({ cost: this.#settings.cost, salt, hash });
  }

  /**
   * Whether `password` is the one that `phc` was made of. With null it takes as long as with a hash and is
   * false: what an unknown account is checked against, so that the time tells nobody which accounts exist.
   */
  async verify(password: string, phc: string | null): Promise<boolean> {
    const { cost, salt, hash } = phc === null
      ? { cost: this.#settings.cost, salt: this.#dummySalt, hash: new Uint8Array(HASH_BYTES) }
      : parsePhc(phc);
    const found = await this.#inTurn(() => derive(password, salt, hash.length, cost));
    return timingSafeEqual(found, hash) && phc !== null;
  }

  /** Whether a hash was made at another cost than today's; it is made anew at the next good login. */
  isOutdated(phc: string): boolean {
    const { cost } = parsePhc(phc);
    const wanted = this.#settings.cost;
    return cost.logN !== wanted.logN || cost.r !== wanted.r || cost.p !== wanted.p;
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#settings.parallel) {
      if (this.#waiting.length >= this.#settings.maxWaiting) {
        throw new Refusal("rate_limited", "signing_in_busy", { retryAfterSeconds: 5 });
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
