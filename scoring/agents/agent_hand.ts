import { z } from "zod";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { Evidence } from "../signals/signal.ts";
import { AnswerPace, AnswerPaceSnapshot } from "./answer_pace.ts";
import { CentredClicks, CentredClicksSnapshot } from "./centred_clicks.ts";
import { ClickWays, ClickWaysSnapshot } from "./click_ways.ts";

/** What presses without a way come to alone, as those of assistive technology do, and what quick answers add to it. */
const WAYS = { alone: 0.4, withQuick: 0.5 };
/** What answers before reading come to alone: below where the signal carries points, for people guess. */
const UNREAD_ALONE = 0.25;
/** The most where a student says that they use assistive technology, which presses so. Nobody has confirmed it. */
const DECLARED_AT_MOST = 0.3;

/** {@link AgentHand} in JSON. */
export const AgentHandSnapshot = z.strictObject({
  ways: ClickWaysSnapshot,
  centred: CentredClicksSnapshot,
  pace: AnswerPaceSnapshot,
  drivenT: z.number().nullable().describe("Attempt time, ms, at which the browser said that a program drives it"),
});
export type AgentHandSnapshot = z.infer<typeof AgentHandSnapshot>;

/**
 * Does a program answer, by pressing where it wants and as soon as it wants?
 *
 * The browser's own word that a program drives it is the plainest. Presses in the exact middle again and again come
 * next. Presses that no way leads to are what assistive technology makes, too; with answers quicker than people's
 * again and again they are a sign. Quick answers alone are none. Minimum of data: fifteen presses of a mouse, or ten
 * answers on first view. An agent that moves the pointer as people do and takes its time is not found.
 */
export class AgentHand {
  readonly #ways = new ClickWays();
  readonly #centred = new CentredClicks();
  readonly #pace = new AnswerPace();
  #drivenT: number | null = null;
  #isDeclared = false;

  useContext(context: Pick<ScoringContext, "declared" | "question_words">): void {
    this.#isDeclared = (context.declared?.length ?? 0) > 0;
    this.#pace.useContext(context);
  }

  /** Takes one event in; keys and edits say nothing here. */
  observe(event: ScorableEvent): void {
    if (event.type === "capture_start" && event.driven === true) this.#drivenT ??= event.t;
    this.#ways.observe(event);
    this.#centred.observe(event);
    this.#pace.observe(event);
  }

  hold(): void {
    this.#pace.hold();
  }

  /** How far answers are a program's, in [0, 1]; null below the minimum of data. */
  score(): number | null {
    if (this.#drivenT !== null) return 1;
    const centred = this.#centred.score();
    const ways = this.#waysScore();
    const unread = this.#pace.unread();
    if (centred === null && ways === null && unread === null && this.#pace.quick() === null) return null;
    const score = Math.max(centred ?? 0, ways ?? 0, UNREAD_ALONE * (unread ?? 0));
    return this.#isDeclared ? Math.min(DECLARED_AT_MOST, score) : score;
  }

  /** What is behind the score; null where nothing was measured. */
  evidence(): Evidence | null {
    const score = this.score();
    if (score === null) return null;
    if (this.#drivenT !== null) return { code: "browser_driven", numbers: {}, from: this.#drivenT, to: this.#drivenT };
    const centred = this.#centred.score() ?? 0;
    const ways = this.#waysScore() ?? 0;
    if (centred > 0 && centred >= ways) {
      const { presses, centred: hits, fromT, toT } = this.#centred.presses;
      return { code: this.#code("clicks_in_the_middle"), numbers: { presses, centred: hits }, from: fromT, to: toT };
    }
    const { quick, unread, wordsPerMinute, fromT, toT } = this.#pace.answers;
    if (ways > 0) {
      const { reaches, pathless, fromT: from, toT: to } = this.#ways.presses;
      const numbers: Evidence["numbers"] = { presses: reaches, pathless };
      if (quick > 0) numbers.quick = quick;
      return { code: this.#code("clicks_without_a_way"), numbers, from, to };
    }
    if (unread === 0) return null;
    return {
      code: "answers_before_reading",
      numbers: { unread, words_per_minute: wordsPerMinute },
      from: fromT,
      to: toT,
    };
  }

  snapshot(): AgentHandSnapshot {
    return {
      ways: this.#ways.snapshot(),
      centred: this.#centred.snapshot(),
      pace: this.#pace.snapshot(),
      drivenT: this.#drivenT,
    };
  }

  restore({ ways, centred, pace, drivenT }: AgentHandSnapshot): void {
    this.#ways.restore(ways);
    this.#centred.restore(centred);
    this.#pace.restore(pace);
    this.#drivenT = drivenT;
  }

  #waysScore(): number | null {
    const ways = this.#ways.score();
    return ways === null ? null : ways * (WAYS.alone + WAYS.withQuick * (this.#pace.quick() ?? 0));
  }

  #code(code: "clicks_in_the_middle" | "clicks_without_a_way"): string {
    return this.#isDeclared ? `${code}_declared` : code;
  }
}
