import { between } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";
import { typedByProgram } from "./typed_by_program.ts";

/** Events that no device made, or not when they say. */
export const FORGED_CASES: readonly Case[] = [
  {
    name: "scripted_events",
    is: "a script in the page types the answer: the browser says of every key and edit that no device made it",
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "writers",
    make: (carrier) => {
      const desk = new Desk();
      desk.write(carrier.strokes);
      return { entries: entriesOf(desk.events.map(byScript)) };
    },
  },
  {
    name: "scripted_program",
    is: "a script in the page types the answer with uniform delays",
    isHonest: false,
    expected: "high",
    evidence: ["capture", "automation"],
    carriedBy: "simulation",
    make: (_, random) => {
      const desk = new Desk();
      desk.write(typedByProgram(random, 2_000, () => between(random, 60, 180)));
      return { entries: entriesOf(desk.events.map(byScript)) };
    },
  },
  {
    name: "ahead_of_the_server",
    is: "forty minutes of a real writer's behaviour that arrive within three seconds of the begin",
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "writers",
    make: (carrier) => {
      const desk = new Desk();
      desk.write(carrier.strokes, 40 * 60_000);
      return { entries: entriesOf(desk.events, { allWithinMs: 3_000 }) };
    },
  },
];

function byScript(event: Desk["events"][number]): Desk["events"][number] {
  return event.type === "keystroke_data" || event.type === "answer_edit" ? { ...event, scripted: true } : event;
}
