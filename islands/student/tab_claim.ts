/** How long a new tab waits for the old one to put its work on disk, in ms. */
const RELEASE_WAIT_MS = 150;

const CHANNEL = "invigil-exam";

/**
 * Tabs of one browser hand an exam over: the newest one sits it, and the one before first puts what it holds on
 * the disk that they share. Only a courtesy: the server decides who sits the exam.
 */
export interface TabClaim {
  /** Resolves once another tab has let go, or did not answer. */
  claimed: Promise<void>;
  /** @param letGo Called when a newer tab claims the exam; it may load what was stored once this resolves. */
  onClaimedElsewhere(letGo: () => Promise<void>): void;
}

/** Claims the exam for this tab. */
export function claimExam(): TabClaim {
  if (typeof BroadcastChannel === "undefined") return { claimed: Promise.resolve(), onClaimedElsewhere: () => {} };
  const channel = new BroadcastChannel(CHANNEL);
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
