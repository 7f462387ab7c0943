import type { Accounts } from "../auth/accounts.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

/** A publication that is older than this was killed, ms: the largest roster takes minutes. */
const KILLED_AFTER_MS = 3_600_000;

/** Roster lines of one atomic, each with a check, and one check more: a self-hosted KV server takes ten. */
const LINES_PER_ATOMIC = 9;

/** What settling needs. */
export interface Settling {
  stores: Stores;
  accounts: Accounts;
  /** Server time, ms since 1970. */
  now: () => number;
}

/**
 * Brings publications that were killed to an end: where the exam is there, its accounts are made; where it is not, and
 * nobody can be at it any more, all that was written for it goes.
 */
export async function settlePublications({ stores, accounts, now }: Settling): Promise<void> {
  for await (const examId of stores.publications.ids()) {
    if (await stores.exams.get(examId) !== null) await completePublication(stores, accounts, examId);
    else if (await isKilled(stores, examId, now())) await takeDown(stores, examId);
  }
}

async function isKilled({ publications }: Stores, examId: string, now: number): Promise<boolean> {
  const found = await publications.get(examId);
  return found !== null && Math.abs(now - found.value.beganAt) > KILLED_AFTER_MS;
}

/**
 * Makes and assigns the accounts of an exam that is published. Again changes nothing.
 *
 * @returns Ids of its accounts.
 */
export async function completePublication(stores: Stores, accounts: Accounts, examId: string): Promise<string[]> {
  const { publications, assignments, commit } = stores;
  const found = await publications.get(examId);
  if (found === null) return [];
  const { staff, actor } = found.value;
  const staffIds: string[] = [];
  for (const planned of staff) {
    staffIds.push(await accounts.ensure(actor, planned, (staffId) => assignments.insert(staffId, examId)));
  }
  await commit(publications.remove(examId, found.versionstamp));
  await publications.tidy(examId);
  return staffIds;
}

/**
 * Removes what was written for an exam that never came to be, so that its tokens are free. Whoever is still at it fails:
 * each of its atomics requires the publication.
 */
export async function takeDown(stores: Stores, examId: string): Promise<void> {
  const { exams, publications, roster, commit } = stores;
  const found = await publications.get(examId);
  if (found !== null) {
    const removal = [exams.absent(examId), ...publications.remove(examId, found.versionstamp)];
    if (await commit(removal) === null) return;
  }
  let hashes = await roster.hashesOf(examId);
  while (hashes.length > 0) {
    for (let first = 0; first < hashes.length; first += LINES_PER_ATOMIC) {
      const removal = await removalOf(stores, examId, hashes.slice(first, first + LINES_PER_ATOMIC));
      // Where a line changed meanwhile, it is looked at again.
      if (await commit([exams.absent(examId), ...removal]) === null && await exams.get(examId) !== null) return;
    }
    hashes = await roster.hashesOf(examId);
  }
  await publications.tidy(examId);
}

/** Removes an exam's lines as they stand. A line whose token another exam has taken since stays: only the index goes. */
async function removalOf({ roster }: Stores, examId: string, hashes: readonly string[]): Promise<Mutation[]> {
  const lines = await roster.getMany(hashes);
  return hashes.flatMap((hash, at): Mutation[] => {
    const line = lines[at];
    if (line?.value.examId !== examId) return [roster.forget(examId, hash)];
    return [roster.unchanged(hash, line.versionstamp), ...roster.remove(examId, hash)];
  });
}
