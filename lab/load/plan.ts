import { z } from "zod";
import { PERSONAS } from "../simulation/persona.ts";

/** What the generator is told, one JSON line on its standard input. */
export const Plan = z.strictObject({
  url: z.string(),
  code: z.string(),
  students: z.int().min(1),
  eventsPerBatch: z.int().min(1).max(500),
  /** Batches of one student, at most. */
  batches: z.int().min(1),
  personas: z.array(z.enum(PERSONAS)).min(1),
  seed: z.int(),
  /** What is sat: the bench's own paper, whatever the exam, or the exam's. */
  paper: z.enum(["small", "own"]).default("small"),
  mode: z.discriminatedUnion("kind", [
    /** Every student sends a batch so often, spread evenly over the interval. */
    z.strictObject({ kind: z.literal("paced"), intervalMs: z.number() }),
    /** Every student keeps so many batches under way. */
    z.strictObject({ kind: z.literal("saturate"), underWay: z.int().min(1) }),
  ]),
  warmUpMs: z.number(),
  /** Measured time; a run with stops measures none and ends at its last stop. */
  durationMs: z.number(),
  /** Batch numbers at which everybody waits for `go`, in order. */
  stops: z.array(z.int()).default([]),
  /** A room that is watched meanwhile, as somebody who may. */
  proctors: z.strictObject({ count: z.int(), username: z.string(), password: z.string() }).optional(),
  /**
   * The `pasting` persona brings a long text from outside in its own one of the eight batches from this one on, so
   * that levels change within the run.
   */
  pasteFrom: z.int().min(1).optional(),
  /** Whether the server goes away meanwhile: then a connection that breaks is none of the problems. */
  mayBreak: z.boolean().default(false),
  /** Students who reconnect at the end to see what is stored. */
  verify: z.int().default(0),
});
export type Plan = z.infer<typeof Plan>;
/** A plan as it is given, with what goes without saying left out. */
export type GivenPlan = z.input<typeof Plan>;

const Latencies = z.strictObject({
  n: z.int(),
  p50: z.number(),
  p90: z.number(),
  p99: z.number(),
  p999: z.number(),
  most: z.number(),
});
export type Latencies = z.infer<typeof Latencies>;

/** Shares of one core over the measured time: see {@link ./processor_time.ts}. */
const Use = z.strictObject({ process: z.number(), thread: z.number(), waited: z.number() });

/** What the generator says, a JSON line each on its standard output. */
export const Said = z.discriminatedUnion("said", [
  /** Everybody has an attempt and a welcome. */
  z.strictObject({ said: z.literal("connected"), students: z.int() }),
  /** Warmed up; measuring begins. */
  z.strictObject({ said: z.literal("measuring") }),
  /** The measured time is over; what is under way is still waited for. */
  z.strictObject({ said: z.literal("measured") }),
  /** Everybody has sent and got back batch `at`. */
  z.strictObject({ said: z.literal("stopped"), at: z.int() }),
  /** Everybody is back after a lost connection and has scored on. */
  z.strictObject({ said: z.literal("back") }),
  z.strictObject({
    said: z.literal("result"),
    seconds: z.number(),
    /** Batches whose turn had come, and those of them that are stored. */
    sent: z.int(),
    acked: z.int(),
    acksPerSecond: z.number(),
    eventsPerSecond: z.number(),
    ackMs: Latencies,
    /** Of a paced run: how long after its turn a batch went out. */
    lateMs: Latencies,
    /** The longest time in which nobody was answered: no stop of the server was longer. */
    silenceMs: z.number(),
    pushMs: Latencies,
    alertMs: Latencies,
    frameBytes: z.number(),
    frameChanges: z.number(),
    /** To the server over sockets, with the headers of frames. */
    sentBytes: z.number(),
    generator: Use,
    /** Batches whose turn had come and of which the server never said that it has them. */
    lost: z.int(),
    /** Connections that broke or could not be made. */
    breaks: z.int(),
    problems: z.array(z.string()),
  }),
]);
export type Said = z.infer<typeof Said>;
export type LoadResult = Extract<Said, { said: "result" }>;
