import { between, logNormal } from "../simulation/distributions.ts";
import { answering } from "./answering.ts";
import type { Case } from "./case.ts";
import { pointByHand } from "./choosing.ts";
import { Desk } from "./desk.ts";

/** Agents and programs that answer choice questions in a browser. */
export const AGENT_CASES: readonly Case[] = [
  {
    name: "agent_without_ways",
    is: "sixty choice questions answered 1.5 to 3 s after they appear, by clicks that no path leads to",
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: (_, random) =>
      answering(new Desk(), (desk) => {
        desk.wait(between(random, 1_500, 3_000));
        desk.click(
          between(random, 0.2, 0.4),
          between(random, 0.3, 0.7),
          between(random, 1, 3),
          between(random, 0, 0.6),
        );
      }),
  },
  {
    name: "agent_exact_centres",
    is: "sixty choice questions answered at a reader's pace, each click on the exact middle, after a hand's way",
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: (carrier, random) =>
      answering(new Desk(), (desk) => {
        desk.wait(logNormal(random, 13_000, 0.3));
        pointByHand(desk, carrier, random, undefined, 0);
      }),
  },
  {
    name: "driven_browser",
    is: "a browser that says a program drives it: choices at a reader's pace, after a hand's way",
    isHonest: false,
    expected: "medium",
    evidence: ["automation"],
    carriedBy: "simulation",
    make: (carrier, random) =>
      answering(new Desk({ driven: true }), (desk) => {
        desk.wait(logNormal(random, 13_000, 0.3));
        pointByHand(desk, carrier, random);
      }),
  },
  {
    name: "agent_essay_and_choices",
    is: "an agent that answers thirty choices without a way and inserts an essay in pieces of 300 without keys",
    isHonest: false,
    expected: "high",
    evidence: ["automation", "external_text"],
    carriedBy: "simulation",
    make: (_, random) => {
      const desk = new Desk();
      for (let piece = 0; piece < 8; piece++) {
        desk.wait(logNormal(random, 9_000, 0.3));
        desk.edit(0, 300, "other");
      }
      return answering(desk, () => {
        desk.wait(between(random, 1_500, 3_000));
        desk.click(between(random, 0.2, 0.4), between(random, 0.3, 0.7), between(random, 1, 3), 0);
      });
    },
  },
  {
    name: "agent_at_a_readers_pace",
    is: "an agent that waits as long as a reader, moves along a recorded way and clicks off the middle",
    isHonest: false,
    expected: "medium",
    evidence: [],
    isLimit: true,
    carriedBy: "simulation",
    make: (carrier, random) =>
      answering(new Desk(), (desk) => {
        desk.wait(logNormal(random, 13_000, 0.3));
        pointByHand(desk, carrier, random);
      }),
  },
];
