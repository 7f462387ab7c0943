import type { Attempts } from "./attempts/attempts.ts";
import { SYSTEM } from "./audit/audit_log.ts";
import type { Logger } from "./logger.ts";
import type { ServerClock, TimeSources } from "./clock/server_clock.ts";
import type { Services } from "./services.ts";

/** How often the machine's clock is looked at, ms. */
const LOOK_MS = 500;

/** How often what is known of the time is written down for the next start, ms. */
const NOTE_MS = 10_000;

/** Looks after the server's clock: tells of jumps, follows them when nothing depends on it, and writes down the time. */
export function keepTime(
  services: Services,
  clock: ServerClock,
  { sources, boot, logger }: { sources: TimeSources; boot: string | null; logger: Logger },
): () => Promise<void> {
  const { stores, attempts, audit } = services;
  const failed = (error: unknown) => services.fault("Keeping the time", error);
  const tell = (what: string, why: string, byMs: number) => {
    logger.info(why, { by_s: Math.round(byMs / 1_000) });
    audit.write({ ...SYSTEM, what, why: `${why} (${Math.round(byMs / 1_000)} s)` }).catch(failed);
  };
  clock.onJump = ({ byMs }) =>
    tell("clock_jumped", "The machine's clock has jumped. The server goes on by the time that has passed", byMs);
  clock.onAgreed = ({ byMs }, isFollowed) =>
    isFollowed
      ? tell("clock_followed", "No attempt is under way: the server goes on with the machine's clock", byMs)
      : tell("clock_agrees", "The machine's clock agrees with the server's again", byMs);

  async function follow(): Promise<void> {
    if (!clock.canFollow || !await isQuiet(attempts)) return;
    if (clock.canFollow) clock.follow();
  }

  async function note(): Promise<void> {
    if (boot !== null) await stores.clocks.put(boot, { at: clock.now(), uptime: sources.uptime() });
  }

  const looking = setInterval(() => clock.look(), LOOK_MS);
  const noting = setInterval(() => void follow().then(note).catch(failed), NOTE_MS);
  clock.look();
  note().catch(failed);
  return async () => {
    clearInterval(looking);
    clearInterval(noting);
    await note();
  };
}

/** Whether no attempt's time runs, here or elsewhere: then no deadline moves with the clock. */
export async function isQuiet(attempts: Attempts): Promise<boolean> {
  for (const { head } of attempts.live()) if (head.endedAt === null) return false;
  return (await attempts.stores.deadlines.listBefore(Number.MAX_SAFE_INTEGER, 1)).length === 0;
}
