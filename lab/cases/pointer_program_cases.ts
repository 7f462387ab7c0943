import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { between, logNormal } from "../simulation/distributions.ts";
import { answering } from "./answering.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";

/** Programs that move the pointer. */
export const POINTER_PROGRAM_CASES: readonly Case[] = [
  {
    name: "pointer_one_pixel_a_frame",
    is: "a pointer program that goes one pixel a frame, straight, to forty choices",
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: (_, random) => pointed(random, straightWay),
  },
  {
    name: "pointer_smooth_curves",
    is: "a pointer program that goes along smooth curves with easing to sixty choices",
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: (_, random) => pointed(random, smoothWay),
  },
];

type Places = { x: number; y: number };

function pointed(
  random: Random,
  way: (from: Places, to: Places, random: Random) => PointerWay,
): ReturnType<Case["make"]> {
  let from: Places = { x: 0.5, y: 0.5 };
  return answering(new Desk(), (desk) => {
    desk.wait(logNormal(random, 13_000, 0.3));
    const to = { x: between(random, 0.3, 1.3), y: between(random, 0.2, 0.8) };
    desk.move(way(from, to, random));
    from = to;
    desk.wait(between(random, 60, 200));
    desk.click(to.x * 9 / 16, to.y, between(random, 50, 120), between(random, 0.05, 0.8));
  });
}

/** Of a screen as high as this, in px; a frame lasts so long, in ms. */
const SCREEN_PX = 864;
const FRAME_MS = 20;

function straightWay(from: Places, to: Places): PointerWay {
  const frames = Math.max(8, Math.min(300, Math.round(Math.hypot(to.x - from.x, to.y - from.y) * SCREEN_PX)));
  const step = 1 / SCREEN_PX / Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));
  return wayOf(frames, (frame) => ({
    x: from.x + (to.x - from.x) * Math.min(1, frame * step),
    y: from.y + (to.y - from.y) * Math.min(1, frame * step),
  }));
}

function smoothWay(from: Places, to: Places, random: Random): PointerWay {
  const frames = Math.round(between(random, 30, 70));
  const bow = between(random, -0.25, 0.25);
  const middle = { x: (from.x + to.x) / 2 - bow * (to.y - from.y), y: (from.y + to.y) / 2 + bow * (to.x - from.x) };
  return wayOf(frames, (frame) => {
    const linear = frame / frames;
    const eased = linear * linear * (3 - 2 * linear);
    const one = (1 - eased) * (1 - eased);
    const two = 2 * eased * (1 - eased);
    const three = eased * eased;
    return { x: one * from.x + two * middle.x + three * to.x, y: one * from.y + two * middle.y + three * to.y };
  });
}

function wayOf(frames: number, at: (frame: number) => Places): PointerWay {
  const places = Array.from({ length: frames + 1 }, (_, frame) => at(frame));
  return {
    t: places.map((_, frame) => frame * FRAME_MS),
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
  };
}
