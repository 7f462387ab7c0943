import type { SignalEvidence, SignalTracker } from "./signal.ts";

/** A signal that never has enough data: what stands in the place of one that does not exist. */
export class Silent implements SignalTracker {
  observe(): void {}

  score(): number | null {
    return null;
  }

  evidence(): SignalEvidence {
    return { seen: "Not measured.", usual: null, fromT: null, toT: null };
  }

  snapshot(): unknown {
    return null;
  }

  restore(): void {}
}
