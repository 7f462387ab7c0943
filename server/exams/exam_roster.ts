import type { ExamDocument } from "../../protocol/exam_document.ts";
import { Refusal } from "../errors.ts";
import type { Check } from "../store/mutation.ts";
import type { RosterEntry } from "../store/roster_store.ts";
import type { Stores } from "../store/stores.ts";
import { newPersonalToken, rosterHash } from "./personal_token.ts";
import { entryOf } from "./roster/roster_entry.ts";
import { takeDown } from "./settle_publications.ts";

/** A personal token, shown once: only its hash is stored. */
interface IssuedToken {
  name: string;
  number?: string;
  token: string;
}

/** A roster as it is to be stored. */
export interface RosterPlan {
  tokens: IssuedToken[];
  lines: { hash: string; entry: RosterEntry }[];
}

/** Roster lines of one atomic, which has one check more: a self-hosted KV server takes ten. */
const LINES_PER_ATOMIC = 9;

/** The lines of a document's roster, with a new token for each that has none. */
export function planRoster(examId: string, document: ExamDocument): RosterPlan {
  const plan: RosterPlan = { tokens: [], lines: [] };
  for (const { token = newPersonalToken(), ...fields } of document.roster) {
    const entry = entryOf(examId, fields);
    plan.tokens.push({ ...entry.student, token });
    plan.lines.push({ hash: rosterHash(token), entry });
  }
  return plan;
}

/**
 * Refuses tokens that open another exam. Those of a publication that was killed are free: it is taken down.
 *
 * @throws {Refusal} `conflict`
 */
export async function requireFreeTokens(stores: Stores, hashes: readonly string[]): Promise<void> {
  const lines = await stores.roster.getMany(hashes);
  const holders = new Set(lines.flatMap((line) => line === null ? [] : [line.value.examId]));
  for (const examId of holders) {
    if (await stores.exams.get(examId) !== null) throw tokenTaken();
    await takeDown(stores, examId);
  }
}

/**
 * Stores a roster's lines.
 *
 * @param isMine Fails once somebody has taken the publication down.
 * @throws {Refusal} `conflict` where a token was taken meanwhile, or the publication was taken down.
 */
export async function storeRoster(
  { roster, commit }: Stores,
  lines: RosterPlan["lines"],
  isMine: Check,
): Promise<void> {
  for (let first = 0; first < lines.length; first += LINES_PER_ATOMIC) {
    const group = lines.slice(first, first + LINES_PER_ATOMIC);
    const mutations = group.flatMap(({ hash, entry }) => roster.insert(hash, entry));
    if (await commit([isMine, ...mutations]) === null) throw tokenTaken();
  }
}

function tokenTaken(): Refusal {
  return new Refusal("conflict", "roster_token_taken", { path: "roster" });
}
