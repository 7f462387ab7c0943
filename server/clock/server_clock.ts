/** Where time comes from, each in ms. */
export interface TimeSources {
  /** Since 1970. Somebody may set it, and so may whoever serves time. */
  wall(): number;
  /** Since any moment. Never jumps, and may stand still while the machine sleeps. */
  monotonic(): number;
  /** Since the machine was started, its sleep included; to the second. */
  uptime(): number;
}

/** The machine's clock went away from the time that has passed. */
export interface ClockJump {
  /** Server time when it was noticed, ms since 1970. */
  at: number;
  /** How far the machine's clock is ahead of the server's, ms; negative for behind. */
  byMs: number;
}

/** A difference of more than this is a jump, ms; a smaller one is a clock that runs a little fast or slow. */
const JUMP_MS = 5_000;

/** How fast a small difference is made up for, as a share of the time that passes: nobody sees a clock run 1 % fast. */
const STEER_SHARE = 0.01;

/** A machine's clock that stays where it jumped to for this long may be followed, ms. */
const FOLLOW_AFTER_MS = 60_000;

/**
 * The server's time: the machine's clock when it began, and from there on the time that has passed. A jump of the machine's
 * clock moves no deadline and removes nothing; it is told, and followed when nothing depends on it.
 */
export class ServerClock {
  readonly #sources: TimeSources;
  /** Server time, monotonic time and uptime of one moment. */
  #anchor: number;
  #anchorMonotonic: number;
  #anchorUptime: number;
  #lookedAt: number;
  #jump: (ClockJump & { since: number }) | null = null;
  /** Told when the machine's clock has jumped. */
  onJump: (jump: ClockJump) => void = () => {};
  /** Told when the machine's clock and the server's agree again. @param isFollowed Whether the server's moved. */
  onAgreed: (jump: ClockJump, isFollowed: boolean) => void = () => {};

  /** @param from Server time now, ms since 1970; the machine's clock where nothing else is known. */
  constructor(sources: TimeSources, from: number = sources.wall()) {
    this.#sources = sources;
    this.#anchor = from;
    this.#anchorMonotonic = this.#lookedAt = sources.monotonic();
    this.#anchorUptime = sources.uptime();
  }

  /** Server time, ms since 1970. */
  readonly now = (): number => Math.floor(this.#exact());

  /** The jump that has not been made up for, or null. */
  get jump(): ClockJump | null {
    return this.#jump === null ? null : { at: this.#jump.at, byMs: this.#jump.byMs };
  }

  /** Compares the machine's clock with the time that has passed. Called often. */
  look(): void {
    this.#countSleep();
    const monotonic = this.#sources.monotonic();
    const passed = monotonic - this.#lookedAt;
    this.#lookedAt = monotonic;
    const byMs = this.#sources.wall() - this.#exact();
    if (Math.abs(byMs) > JUMP_MS) {
      if (this.#jump !== null && Math.abs(byMs - this.#jump.byMs) <= JUMP_MS) return;
      this.#jump = { at: this.now(), byMs, since: monotonic };
      this.onJump(this.#jump);
      return;
    }
    const most = passed * STEER_SHARE;
    this.#anchor += Math.max(-most, Math.min(most, byMs));
    this.#agree(false);
  }

  /** Whether the machine's clock has stayed where it jumped to, so that it is likely to be right. */
  get canFollow(): boolean {
    return this.#jump !== null && this.#sources.monotonic() - this.#jump.since >= FOLLOW_AFTER_MS;
  }

  /** Goes on with the machine's clock. For when no attempt is under way: a deadline would move with it. */
  follow(): void {
    this.#anchor += this.#sources.wall() - this.#exact();
    this.#agree(true);
  }

  #exact(): number {
    return this.#anchor + this.#sources.monotonic() - this.#anchorMonotonic;
  }

  #agree(isFollowed: boolean): void {
    const jump = this.jump;
    this.#jump = null;
    if (jump !== null) this.onAgreed(jump, isFollowed);
  }

  /** A machine that slept did not jump: time has passed, and only the monotonic clock has not seen it. */
  #countSleep(): void {
    const { monotonic, uptime } = this.#sources;
    const sleptMs = uptime() - this.#anchorUptime - (monotonic() - this.#anchorMonotonic);
    if (sleptMs <= JUMP_MS) return;
    this.#anchor += sleptMs;
    this.#anchorUptime += sleptMs;
  }
}
