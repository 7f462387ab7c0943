import type { Stores } from "../store/stores.ts";
import { ServerClock, type TimeSources } from "./server_clock.ts";

/** Where Linux says which start of the machine this is. */
const BOOT_ID = "/proc/sys/kernel/random/boot_id";

/** How far the machine's clock may be from what it must be, ms: its uptime is known to the second. */
const TOLERANCE_MS = 7_000;

/** The clocks of this machine. */
export function machineTime(): TimeSources {
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    uptime: uptimeOrNull() === null ? () => performance.now() : () => Deno.osUptime() * 1_000,
  };
}

/** Id of this start of the machine; null where it is not known, such as on Deploy. */
export async function bootId(): Promise<string | null> {
  try {
    return (await Deno.readTextFile(BOOT_ID)).trim() || null;
  } catch {
    return null;
  }
}

/**
 * The server's clock. Where a server ran on this machine since it was started, the time goes on from what that one knew:
 * a machine's clock that jumped while no server was there is noticed like one that jumps beside it. Else there is nothing to
 * hold the machine's clock against, and it is believed.
 */
export async function startClock(
  { clocks }: Pick<Stores, "clocks">,
  sources: TimeSources,
  boot: string | null,
): Promise<ServerClock> {
  const known = boot === null ? null : await clocks.get(boot);
  const uptime = sources.uptime();
  const wall = sources.wall();
  if (known === null || uptime < known.uptime) return new ServerClock(sources, wall);
  const expected = known.at + uptime - known.uptime;
  return new ServerClock(sources, Math.abs(wall - expected) <= TOLERANCE_MS ? wall : expected);
}

function uptimeOrNull(): number | null {
  try {
    return Deno.osUptime();
  } catch {
    return null;
  }
}
