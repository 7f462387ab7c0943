import type { Measurement } from "./metric.ts";
import { actionSeen } from "./metrics/action_seen.ts";
import { capacity } from "./metrics/capacity.ts";
import { captureShare } from "./metrics/capture_share.ts";
import { costGrowth } from "./metrics/cost_growth.ts";
import { demoQuiet } from "./metrics/demo_quiet.ts";
import { frontPage } from "./metrics/front_page.ts";
import { hall } from "./metrics/hall.ts";
import { ingest, rawLimits } from "./metrics/ingest.ts";
import { memory } from "./metrics/memory.ts";
import { pause } from "./metrics/pause.ts";
import { pageSize } from "./metrics/page_size.ts";
import { replay } from "./metrics/replay.ts";
import { roomOpen } from "./metrics/room_open.ts";
import { roomPage } from "./metrics/room_page.ts";
import { score } from "./metrics/score.ts";
import { coldStart, resume, resumeLarge } from "./metrics/start.ts";
import { store } from "./metrics/store.ts";

/** Every measurement, in the order in which they run. */
export const MEASUREMENTS: readonly Measurement[] = [
  score,
  ingest,
  rawLimits,
  costGrowth,
  store,
  hall,
  capacity,
  pause,
  memory,
  coldStart,
  resume,
  resumeLarge,
  roomOpen,
  replay,
  pageSize,
  frontPage,
  demoQuiet,
  captureShare,
  actionSeen,
  roomPage,
];

/**
 * The measurements that give the named metrics; all of them for no name.
 *
 * @param names Metrics, or the part before the dot: `ingest`.
 * @throws {RangeError} If a name fits nothing.
 */
export function measurementsOf(names: readonly string[]): readonly Measurement[] {
  if (names.length === 0) return MEASUREMENTS;
  const fits = (metric: string, name: string): boolean => metric === name || metric.startsWith(`${name}.`);
  for (const name of names) {
    if (MEASUREMENTS.some((one) => one.metrics.some((metric) => fits(metric, name)))) continue;
    const known = MEASUREMENTS.flatMap((one) => one.metrics).join(", ");
    throw new RangeError(`Cannot measure "${name}": there are ${known}`);
  }
  return MEASUREMENTS.filter((one) => one.metrics.some((metric) => names.some((name) => fits(metric, name))));
}
