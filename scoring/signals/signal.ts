import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { Reason } from "../../protocol/risk.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";

/** What is behind a contribution: a code with the numbers of its sentence, and the attempt time of the events behind it. */
export type Evidence = Pick<Reason, "code" | "numbers" | "from" | "to">;

/**
 * A bound on a signal's points: it fills a level up at most, where the others lie within it. Where they lie beyond, it
 * confirms them by no more than they say beyond it.
 */
export interface SignalLimit {
  /** The level's upper bound, in points of risk. */
  readonly levelUpTo: number;
  /** Points of the signal at most, whatever the policy's weights. */
  readonly most: number;
}

/**
 * One thing measured about behaviour, advanced event by event. It has no clock: all time is the events' `t`.
 *
 * Events come sorted within a batch; the first of a batch may lie up to 5 s before the last of the batch before.
 * Nothing that `observe` does may depend on where a batch ends, so that the same events score the same however
 * the network cut them.
 */
export interface SignalTracker {
  /**
   * Takes one event in, of any kind. Constant time, without allocating. Texts and their lengths must be read alike.
   *
   * Keys and edits, which are nearly all events, go to {@link key} and {@link edit} instead. Those must do just what
   * `observe` does: there the engine knows the one form of event that comes.
   */
  observe(event: ScorableEvent): void;

  /** Takes one key in. */
  key(event: KeyEvent): void;

  /** Takes one edit in. */
  edit(event: EditEvent): void;

  /**
   * The signal in [0, 1], or null below the stated minimum of data. Called once a batch; changes nothing.
   *
   * @param t Attempt time in ms: the latest event's.
   */
  score(t: number): number | null;

  /** What is behind the signal; null where nothing was seen. Only on demand; may allocate. */
  evidence(): Evidence | null;

  /** Everything that `observe` has learned, JSON-able and exact: no NaN, no infinity, no −0. */
  snapshot(): unknown;

  /**
   * Takes the place of a snapshot's tracker.
   *
   * @throws {RangeError} If the snapshot is not one of this tracker.
   */
  restore(snapshot: unknown): void;

  /**
   * The attempt was paused or locked (`true`), or goes on (`false`); `t` is the latest event's. What is measured
   * between the two says nothing about the student. A tracker that measures no spans of time leaves it out.
   */
  hold?(isHeld: boolean, t: number): void;

  /** A key of the practice before the exam. A tracker that has nothing to learn from it leaves it out. */
  practise?(event: KeyEvent): void;

  /** Text came with a submission that no event wrote, in characters. A tracker that does not look at text leaves it out. */
  give?(characters: number, t: number): void;

  /**
   * Characters that came with a submission and that no event has written so far. When they become fewer, what was said of
   * them is withdrawn. A tracker that does not look at text leaves it out.
   */
  readonly given?: number;

  /**
   * A batch arrived, before its events are taken in. A tracker that holds no claim against the server's time leaves it out.
   *
   * @param elapsedMs Time since the attempt began, by the server's clock.
   * @param latestT Attempt time of the batch's last event, by the student's, in ms.
   */
  arrive?(elapsedMs: number, latestT: number): void;

  /** The attempt is scored in another context from now on. Called between batches; a tracker that asks nothing of it leaves it out. */
  useContext?(context: ScoringContext): void;

  /**
   * Whether it is null though there is enough, since what there is cannot be compared: text from glass, a pen, an aid or an
   * API. A tracker to which that cannot happen leaves it out.
   */
  readonly isIncomparable?: boolean;

  /** What the signal alone must never do, as things stand; null or absent where nothing but its weight bounds it. */
  readonly limit?: SignalLimit | null;
}
