import type { Flag } from "../../protocol/flag.ts";
import type { ControlEntry, LogEntry } from "../../protocol/log_entry.ts";
import { saltedHash } from "../evidence/salted_hash.ts";
import { type AttemptSeal, flagHash } from "../evidence/seal.ts";
import { hashOf } from "../evidence/exam_hashes.ts";

type Raised = Extract<ControlEntry, { kind: "flag_raised" }>;

/** A flag as its attempt's log, or its seal, knows it. */
interface KnownFlag {
  state: Flag["state"];
  by: { entry: Raised } | { seal: AttemptSeal; hash: string };
}

/** Flags of an attempt as its log says, up to an entry. */
export class FlagStates {
  readonly #known = new Map<string, KnownFlag>();

  /** Flags that were there when the attempt was sealed. */
  takeSeal(seal: AttemptSeal): void {
    for (const { flag_id, state, hash } of seal.flags) this.#known.set(flag_id, { state, by: { seal, hash } });
  }

  takeEntry(entry: LogEntry): void {
    if (entry.kind === "flag_raised") this.#known.set(entry.flag_id, { state: "open", by: { entry } });
    if (entry.kind !== "flag_decided") return;
    const known = this.#known.get(entry.flag_id);
    if (known !== undefined) known.state = entry.state;
  }

  /** Whether an entry or the seal knows a flag. */
  has(flagId: string): boolean {
    return this.#known.has(flagId);
  }

  /** State of a flag so far; null for one that is not known. */
  stateOf(flagId: string): Flag["state"] | null {
    return this.#known.get(flagId)?.state ?? null;
  }

  /** Holds a flag against what is known of it, once. @returns What is wrong, or null. */
  takeFlag(flag: Flag): string | null {
    const known = this.#known.get(flag.flag_id);
    if (known === undefined) return "no entry of the log raised this flag, or it stands here twice";
    this.#known.delete(flag.flag_id);
    if (flag.state !== known.state) return `the log says that the flag is ${known.state}`;
    const isSame = "entry" in known.by
      ? isAsRaised(flag, known.by.entry)
      : flagHash(known.by.seal.salt, flag) === known.by.hash;
    return isSame ? null : "the flag is another one than was raised";
  }

  /** A flag that {@link takeFlag} has not seen, or null. */
  get missing(): string | null {
    return this.#known.keys().next().value ?? null;
  }
}

function isAsRaised(flag: Flag, entry: Raised): boolean {
  const { t, received_at, rule } = entry;
  const by = rule === undefined ? entry.by : "rule";
  const note = flag.salt === undefined ? null : saltedHash("flag_note", flag.salt, flag.note);
  const isNoteBound = entry.note === null ? flag.note === "" && note === null : note === entry.note;
  return isNoteBound && hashOf([flag.t, flag.at, flag.by, flag.rule]) === hashOf([t, received_at, by, rule]);
}
