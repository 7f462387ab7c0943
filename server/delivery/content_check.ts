import { createHash, type Hash } from "node:crypto";
import { bytesOfBase64 } from "../evidence/base64.ts";
import type { ContentPart } from "./export_line.ts";
import type { Finding } from "./finding.ts";

/** A content of which some parts were there. */
interface Begun {
  id: string;
  of: number;
  at: number;
  hash: Hash;
}

/** Contents that an export holds in parts, one after the other, each named by the hash of its bytes. */
export class ContentCheck {
  readonly #encoding: "hex" | "base64url";
  readonly #whole = new Set<string>();
  #begun: Begun | null = null;

  /** @param encoding How the hash is written in an id. */
  constructor(encoding: "hex" | "base64url") {
    this.#encoding = encoding;
  }

  /** Those of which every part was there. */
  get whole(): ReadonlySet<string> {
    return this.#whole;
  }

  /** What is wrong where something else follows now, or null. */
  get unfinished(): Finding {
    return this.#begun === null ? null : `the rest of ${this.#begun.id} belongs here`;
  }

  take(id: string, { at, of, data }: ContentPart): Finding {
    const bytes = bytesOfBase64(data) ?? new Uint8Array();
    const begun = this.#begun ?? { id, of, at: 0, hash: createHash("sha256") };
    if (begun.id !== id) return this.unfinished;
    if (this.#whole.has(id)) return "it stands in the file twice";
    if (begun.of !== of || begun.at !== at || at + bytes.length > of) return "this part of it does not belong here";
    begun.at += bytes.length;
    begun.hash.update(bytes);
    this.#begun = begun.at < of ? begun : null;
    if (this.#begun !== null) return null;
    this.#whole.add(id);
    return begun.hash.digest(this.#encoding) === id ? null : "its bytes are not those that its name is the hash of";
  }
}
