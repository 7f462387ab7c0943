import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { keptAttempt } from "./attempt_copy.ts";
import { loadAttempt } from "./load_attempt.ts";
import type { getAttempt } from "./student_api.ts";
import type { StudentStorage } from "./student_storage.ts";
import { rememberTabAttempt } from "./tab_attempt.ts";
import type { TabClaim } from "./tab_claim.ts";

export interface OpenParts {
  world: LinkWorld;
  storage: StudentStorage;
  claim: (attemptId: string) => TabClaim;
  /** The attempt that this tab is for, as far as its address or the tab itself says. */
  attemptId: string | null;
  api: { getAttempt: typeof getAttempt };
  leave(path: string): void;
}

/** An attempt that is this tab's now. */
interface Opened {
  token: string;
  attempt: AttemptAnswer;
  claim: TabClaim;
  /** Whether it is this device's copy, because the server is out of reach. */
  isKept: boolean;
}

/**
 * Loads the attempt that this tab is for and takes it over from any other tab, or says why it cannot.
 *
 * @param onUnreachable Called after each try that the server did not answer.
 */
export async function openAttempt(
  parts: OpenParts,
  onUnreachable: () => void,
): Promise<Opened | "not_joined" | "not_opened"> {
  const { world, storage, api } = parts;
  const token = await tokenOfTab(parts);
  if (token === null) return "not_joined";
  const kept = async () =>
    parts.attemptId === null ? null : await keptAttempt(storage.store, parts.attemptId, world.wallNow());
  const found = await loadAttempt(api, world, token, onUnreachable, kept);
  if (found === null) return "not_opened";
  const loaded = found.attempt;
  rememberTabAttempt(loaded.attempt_id);
  await storage.joined.adoptEarlier(loaded, token);
  // Only now, when it can be shown here, does the exam go away from another tab, which may have sent work meanwhile.
  const claim = parts.claim(loaded.attempt_id);
  await claim.claimed;
  const current = await api.getAttempt(token);
  if (current.ok) return { token, attempt: current.value, claim, isKept: false };
  // The tab before may have put something into the copy meanwhile.
  const attempt = found.isKept ? await kept() ?? loaded : loaded;
  return { token, attempt, claim, isKept: found.isKept };
}

async function tokenOfTab({ storage: { joined }, attemptId, leave }: OpenParts): Promise<string | null> {
  if (attemptId !== null) return await joined.tokenOf(attemptId);
  const earlier = await joined.earlierToken();
  // Whose exam is to be opened is for the person to say who sits here now.
  if (earlier === null && (await joined.list()).length > 0) leave("/join");
  return earlier;
}
