import { z } from "zod";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { AgentHand, AgentHandSnapshot } from "../agents/agent_hand.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { PointerHand, PointerHandSnapshot } from "../pointer/pointer_hand.ts";
import { TypingHand, TypingHandSnapshot } from "../rhythm/typing_hand.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

const Snapshot = z.strictObject({
  agent: AgentHandSnapshot,
  pointer: PointerHandSnapshot,
  typing: TypingHandSnapshot,
});

/**
 * `automation`: is a person moving this pointer, pressing these keys and giving these answers? The largest of its
 * parts: a pointer that no hand moves ({@link PointerHand}), keys that no hand presses ({@link TypingHand}), and
 * answers that a program gives ({@link AgentHand}).
 *
 * The pointer's model learnt from recorded people and from many artificial ways of moving, none of them a data set's
 * programs. Timing forged after people's defeats all of it. Minimum of data: that of a part.
 */
export class Automation implements SignalTracker {
  readonly #agent = new AgentHand();
  readonly #pointer: PointerHand;
  readonly #typing = new TypingHand();

  constructor(models: SignalModels = shippedModels()) {
    this.#pointer = new PointerHand(models.automation);
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else {
      this.#agent.observe(event);
      this.#pointer.observe(event);
      this.#typing.observe(event);
    }
  }

  key(event: KeyEvent): void {
    this.#typing.key(event);
  }

  /** What keys do to a text says nothing of what presses them. */
  edit(): void {}

  hold(): void {
    this.#agent.hold();
    this.#typing.hold();
  }

  useContext(context: ScoringContext): void {
    this.#agent.useContext(context);
  }

  score(): number | null {
    const agent = this.#agent.score();
    const pointer = this.#pointer.score();
    const typing = this.#typing.score();
    if (agent === null && pointer === null && typing === null) return null;
    return Math.max(agent ?? 0, pointer ?? 0, typing ?? 0);
  }

  evidence(): Evidence | null {
    const score = this.score();
    if (score === null) return null;
    if (this.#agent.score() === score) return this.#agent.evidence();
    if (this.#typing.score() === score) return this.#typing.evidence();
    return this.#pointer.evidence();
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { agent: this.#agent.snapshot(), pointer: this.#pointer.snapshot(), typing: this.#typing.snapshot() };
  }

  restore(snapshot: unknown): void {
    const { agent, pointer, typing } = readSnapshot(Snapshot, snapshot, "the signal automation");
    this.#agent.restore(agent);
    this.#pointer.restore(pointer);
    this.#typing.restore(typing);
  }
}
