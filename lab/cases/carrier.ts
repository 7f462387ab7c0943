import { createRandom, type Random } from "../../scoring/models/random.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import type { ArgumentationSession } from "../data_sets/argumentation.ts";
import type { CoauthorSession } from "../data_sets/coauthor.ts";
import { type DelbotTrajectory, delbotWay } from "../data_sets/delbot.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import type { PeopleModels } from "../evaluation/models_for_people.ts";
import type { DataSets } from "../data_sets/read_data_sets.ts";
import { argumentationStrokes, coauthorStrokes, type Stroke } from "./stroke.ts";

/** Writers of `coauthor`, of `argumentation` (with recorded dwell), or the generator alone. */
export type CarriedBy = "writers" | "writers_with_dwell" | "simulation";

/** Whose hands carry a case. */
export interface Carrier {
  /** The writer's name in the data set; of a simulated one, its number. */
  id: string;
  /** What the writer wrote, and what somebody else of the same data set did. */
  strokes: readonly Stroke[];
  other: readonly Stroke[];
  /** Recorded ways of people's pointers, of one device, and of others. At least one each. */
  ways: readonly PointerWay[];
  otherWays: readonly PointerWay[];
  /** Models that learnt from neither of the two. */
  models: SignalModels;
}

/** Half of the writers serves to choose weights on, the other half to report. */
export type Half = "report" | "choose";

/** So many carry each case. */
const CARRIERS = 8;
/** A session needs so many strokes to carry a case, and no more than so many are taken. */
const LEAST_STROKES = 1_400;
const MOST_STROKES = 3_000;
/** Of all writers, in the order of the data sets, those at odd places serve to choose. */
const isFor = (half: Half, place: number): boolean => (place % 2 === 0) === (half === "report");

/**
 * Eight carriers for each of {@link CarriedBy}, each another person; a case's other person is of the same fold,
 * so that one model saw neither. A list is empty where its data set is missing.
 */
export function carriersOf(
  sets: DataSets,
  models: Pick<PeopleModels, "writer" | "writerWithDwell">,
  half: Half,
): Record<CarriedBy, Carrier[]> {
  const pointers = pointersOf(sets.trajectories);
  const writers = oneEach(sets.sessions, (session) => session.w)
    .map((session) => ({ id: session.w, strokes: coauthorStrokes(session, seededBy(session.s)) }));
  const withDwell = oneEach(sets.argumentation, (session) => session.s)
    .map((session) => ({ id: session.s, strokes: argumentationStrokes(session) }));
  const hands = { ways: pointers.ways, otherWays: pointers.otherWays };
  const known = pair(writers, (id) => models.writer(id), half).map((pair) => ({ ...pair, ...hands }));
  return {
    writers: known,
    writers_with_dwell: pair(withDwell, (id) => models.writerWithDwell(id), half).map((pair) => ({
      ...pair,
      ...hands,
    })),
    // What is simulated needs no writer; it has the hands of those who are there.
    simulation: known,
  };
}

interface Writer {
  id: string;
  strokes: Stroke[];
}

/** Each writer's longest session. */
function oneEach<Session extends CoauthorSession | ArgumentationSession>(
  sessions: readonly Session[],
  writer: (session: Session) => string,
): Session[] {
  return [...Map.groupBy(sessions, writer).values()]
    .map((some) => some.reduce((longest, one) => one.k.length > longest.k.length ? one : longest));
}

function pair(
  writers: readonly Writer[],
  modelsOf: (id: string) => { models: SignalModels; fold: number },
  half: Half,
): Pick<Carrier, "id" | "strokes" | "other" | "models">[] {
  const able = writers.filter(({ strokes }) => strokes.length >= LEAST_STROKES)
    .map(({ id, strokes }) => ({ id, strokes: strokes.slice(0, MOST_STROKES), ...modelsOf(id) }));
  const pairs = [];
  for (let place = 0; place < able.length && pairs.length < CARRIERS; place++) {
    const one = able[place];
    if (!isFor(half, place)) continue;
    const others = able.filter((two, at) => two !== one && two.fold === one.fold && isFor(half, at));
    if (others.length === 0) continue;
    const { strokes: other } = others[place % others.length];
    pairs.push({ id: one.id, strokes: one.strokes, other, models: one.models });
  }
  return pairs;
}

/** Ways of one device (the first in the data) and of the others, of people. */
function pointersOf(trajectories: readonly DelbotTrajectory[]): { ways: PointerWay[]; otherWays: PointerWay[] } {
  const people = trajectories.filter(({ label, touch }) => label === "human" && !touch);
  const [first] = people;
  const ways = (some: readonly DelbotTrajectory[]) =>
    some.map((one) => delbotWay(one)).filter(({ t }) => t.length >= LEAST_WAY_POINTS);
  return {
    ways: ways(people.filter(({ src }) => src === first?.src)),
    otherWays: ways(people.filter(({ src }) => src !== first?.src)),
  };
}

/** A shorter way is no movement. */
const LEAST_WAY_POINTS = 12;

/** A source of its own for each name, so that a writer's drawn dwell is the same in every case. */
export function seededBy(name: string): Random {
  let seed = 7;
  for (const character of name) seed = (seed * 31 + character.charCodeAt(0)) % 4_294_967_296;
  return createRandom(seed);
}
