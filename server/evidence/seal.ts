import { z } from "zod";
import { type Flag, FlagState } from "../../protocol/flag.ts";
import type { Accommodations, Student } from "../../protocol/exam.ts";
import { newSalt, saltedHash } from "./salted_hash.ts";
import type { Signer } from "./signing.ts";
import type { Statement } from "./statements.ts";

/**
 * A signed summary of an attempt, for what its log does not say by itself: the log is from before first entries bound
 * anything, or its entries were removed when their time was over.
 */
export const AttemptSeal = z.strictObject({
  attempt_id: z.string(),
  exam_id: z.string(),
  paper: z.string(),
  policy: z.string(),
  salt: z.string().describe("Of the hashes of terms and flags"),
  terms: z.string().describe("Salted hash of who sat it and under which terms"),
  n: z.int().min(0).describe("Entries that it vouches for"),
  chain: z.string().describe("Hash of the last of them"),
  sealed_at: z.number(),
  flags: z.array(z.strictObject({
    flag_id: z.string(),
    state: FlagState,
    hash: z.string().describe("Salted hash of the flag without its state"),
  })),
  signature: z.string(),
});
export type AttemptSeal = z.infer<typeof AttemptSeal>;

/** Who sat an attempt, and under which terms. */
export interface Terms {
  student: Student;
  startedAt: number;
  accommodations: Accommodations;
  consent: string | null;
}

type Sealed = Omit<AttemptSeal, "salt" | "terms" | "flags" | "signature"> & { of: Terms; flags: readonly Flag[] };

/** Seals an attempt as it stands. */
export function makeSeal(signer: Signer, { of, flags, ...plain }: Sealed): AttemptSeal {
  const salt = newSalt();
  const seal = {
    ...plain,
    salt,
    terms: termsHash(salt, of),
    flags: flags.map((flag) => ({ flag_id: flag.flag_id, state: flag.state, hash: flagHash(salt, flag) })),
  };
  return { ...seal, signature: signer.sign(sealStatement(seal)) };
}

/** What a seal's signature is of. */
export function sealStatement(seal: Omit<AttemptSeal, "signature">): Statement {
  const { attempt_id, exam_id, paper, policy, terms, n, chain, sealed_at, flags } = seal;
  const listed = flags.map(({ flag_id, state, hash }) => [flag_id, state, hash]);
  return ["invigil seal 1", attempt_id, exam_id, paper, policy, terms, n, chain, sealed_at, listed];
}

/** Who sat an attempt and under which terms, as a seal holds it. */
export function termsHash(salt: string, { student, startedAt, accommodations, consent }: Terms): string {
  return saltedHash("terms", salt, { student, startedAt, accommodations, consent });
}

/** A flag without its state, as a seal holds it. */
export function flagHash(salt: string, { state: _, ...flag }: Flag): string {
  return saltedHash("flag", salt, flag);
}
