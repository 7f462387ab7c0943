/** How long a new tab waits for the old one to put its work on disk, in ms. */
const RELEASE_WAIT_MS = 150;

const CHANNEL = "invigil-exam";

/**
 * Tabs of one browser hand an attempt over: the newest one sits it, and the one before first puts what it holds on
 * the disk that they share. Only a courtesy: the server decides who sits the exam.
 */
export interface TabClaim {
  /** Resolves once another tab has let go, or did not answer. */
  claimed: Promise<void>;
  /** @param letGo Called when a newer tab claims the attempt; it may load what was stored once this resolves. */
  onClaimedElsewhere(letGo: () => Promise<void>): void;
}

/** Claims an attempt for this tab, which can show it by now. Tabs with other attempts go on. */
export function claimAttempt(attemptId: string): TabClaim {
  if (typeof BroadcastChannel === "undefined") return { claimed: Promise.resolve(), onClaimedElsewhere: () => {} };
  const channel = new BroadcastChannel(`${CHANNEL}:${attemptId}`);
  let letGo: (() => Promise<void>) | null = null;
  const claimed = new Promise<void>((resolve) => {
    setTimeout(resolve, RELEASE_WAIT_MS);
    channel.onmessage = ({ data }) => {
      if (data === "released") resolve();
      if (data !== "claim" || letGo === null) return;
      const release = letGo;
      letGo = null;
      void release().finally(() => channel.postMessage("released"));
    };
  });
  channel.postMessage("claim");
  return { claimed, onClaimedElsewhere: (release) => letGo = release };
}
