import { between, logNormal } from "../simulation/distributions.ts";
import type { Carrier } from "./carrier.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";
import { sit } from "./sit.ts";

/** What comes between an honest student and the text. */
export const INTERRUPTION_CASES: readonly Case[] = [
  interrupted(
    "notifications",
    "a notification takes the focus for a moment, every three minutes",
    180_000,
    (desk, random) => desk.away(logNormal(random, 550, 0.25), false),
  ),
  interrupted(
    "notifications_dismissed",
    "a notification is dismissed, 2 to 4 s every six minutes, and writing goes on",
    360_000,
    (desk, random) => desk.away(between(random, 2_000, 4_000), false),
  ),
  {
    name: "one_look_away",
    is: "one look at another tab of 30 s",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes }) => {
      const half = strokes.length >> 1;
      desk.write(strokes.slice(0, half));
      desk.away(30_000);
      desk.write(strokes.slice(half));
    }),
  },
  {
    name: "offline_for_ten_minutes",
    is: "the network is gone for ten minutes; what was written comes afterwards",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: ({ strokes }) => {
      const desk = new Desk();
      desk.write(strokes);
      return { entries: entriesOf(desk.events, { offline: { fromMs: 240_000, toMs: 840_000 } }) };
    },
  },
  interrupted("page_reloaded", "the page is loaded anew every eight minutes", 480_000, (desk, random) => {
    desk.report({ type: "tab_switch", t: 0, visible: false });
    desk.wait(logNormal(random, 700, 0.2));
    desk.begin();
    desk.report({ type: "tab_switch", t: 0, visible: true });
    desk.wait(logNormal(random, 2_500, 0.3));
  }),
  {
    name: "zoomed",
    is: "the page is read at 150 %",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes }) => {
      desk.write(strokes.slice(0, 200));
      // Zoom shrinks the window's own pixels, and the screen's stay.
      desk.report({ type: "window_resize", t: 0, width: 1_013, height: 487, screenWidth: 1_536, screenHeight: 864 });
      desk.write(strokes.slice(200));
    }),
  },
  {
    name: "a_long_think",
    is: "six minutes without a key, twice",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes }) => {
      const third = Math.floor(strokes.length / 3);
      for (let part = 0; part < 3; part++) {
        if (part > 0) desk.wait(360_000);
        desk.write(strokes.slice(part * third, (part + 1) * third));
      }
    }),
  },
];

function interrupted(
  name: string,
  is: string,
  everyMs: number,
  act: (desk: Desk, random: () => number) => void,
): Case {
  return {
    name,
    is,
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes }: Carrier, random) => {
      let dueMs = everyMs;
      for (const stroke of strokes) {
        if (desk.nowMs >= dueMs) {
          act(desk, random);
          dueMs = desk.nowMs + everyMs;
        }
        desk.press(stroke);
      }
    }),
  };
}
