import { z } from "zod";
import type { PointerWay } from "./pointer_way.ts";

const place = z.number().min(-1e6).max(1e6).nullable();

/** One line of `delbot-mouse/trajectories.ndjson`: a pointer's way, by a person or a program. */
export const DelbotTrajectory = z.object({
  id: z.string(),
  src: z.string().describe("Device or kind of program"),
  label: z.enum(["human", "bot"]),
  touch: z.boolean(),
  w: z.number().min(1).max(100_000),
  h: z.number().min(1).max(100_000),
  t: z.array(z.number().min(0).max(36e5)).min(1),
  x: z.array(place),
  y: z.array(place),
}).refine((way) => way.x.length === way.t.length, { path: ["x"], message: "must be as long as t" })
  .refine((way) => way.y.length === way.t.length, { path: ["y"], message: "must be as long as t" });
export type DelbotTrajectory = z.infer<typeof DelbotTrajectory>;

/**
 * A line's text as JSON: where a finger lifted, the data hold a bare `NaN` for its place, which JSON does not know.
 *
 * @example
 * assert.equal(delbotJson('{"x":[1.5,NaN]}'), '{"x":[1.5,null]}');
 */
export function delbotJson(line: string): string {
  return line.replace(/([[,])NaN(?=[,\]])/g, "$1null");
}

/** A trajectory's way in viewport heights, in the order of its times; points without a place are left out. */
export function delbotWay({ t, x, y, h }: DelbotTrajectory): PointerWay {
  const way: PointerWay = { t: [], x: [], y: [] };
  for (let index = 0; index < t.length; index++) {
    const px = x[index];
    const py = y[index];
    if (px === null || py === null) continue;
    way.t.push(t[index]);
    way.x.push(px / h);
    way.y.push(py / h);
  }
  return way;
}
