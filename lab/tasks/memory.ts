/**
 * `deno run -A lab/tasks/memory.ts [--attempts N] [--minutes N]`: what the server keeps of an attempt, as the table of
 * docs/performance.md: bytes by class, of attempts that nobody has written in and of simulated ones of 45 minutes.
 *
 * @module
 */
import { parseArgs } from "node:util";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { defaultContext } from "../../scoring/fold.ts";
import { type AttemptFold, createFold, foldEntry } from "../../server/attempts/attempt_fold.ts";
import { heldBytes } from "../memory/held_bytes.ts";
import type { PersonaName } from "../simulation/persona.ts";
import { simulate } from "../simulation/simulate.ts";

const PERSONAS: readonly PersonaName[] = [
  "steady",
  "fast",
  "hesitant",
  "pasting",
  "away",
  "taken_over",
  "transcribing",
];
const BATCH_EVENTS = 40;
const STARTED_AT = 1_000;

const PAPER: readonly PaperQuestion[] = [
  { id: "q1", points: 20, text: "Write to the mayor.", type: "essay" },
  { id: "q2", points: 3, text: "Is tails more likely?", type: "true_false" },
  { id: "q3", points: 5, text: "What is the average speed?", type: "numeric" },
  { id: "q4", points: 4, text: "Which average describes it better?", type: "short_text", max_characters: 400 },
];
const QUESTIONS: ReadonlySet<string> = new Set(PAPER.map(({ id }) => id));
const PLACES = new Map<string, number>();

/** An attempt that is held by nothing else: what hangs on objects of this class is counted. */
export class HeldAttempt {
  constructor(readonly folded: AttemptFold) {}

  /** Characters of its answers. */
  get characters(): number {
    return Object.values(this.folded.sheet.toAnswers()).reduce((sum, answer) => sum + answer.length, 0);
  }
}

/**
 * Attempts as the server keeps them after so many minutes of simulated sittings, one persona after the other.
 *
 * @param minutes 0 for attempts that have only begun.
 */
export function sitAttempts(count: number, minutes: number): HeldAttempt[] {
  return Array.from({ length: count }, (_, index) => sitAttempt(PERSONAS[index % PERSONAS.length], index, minutes));
}

function sitAttempt(persona: PersonaName, seed: number, minutes: number): HeldAttempt {
  const context = defaultContext();
  const folded = createFold(QUESTIONS, PLACES);
  const started = { kind: "started", received_at: STARTED_AT, by: "student", reason: null, consent: null } as const;
  foldEntry(folded, { ...started, deadline: STARTED_AT + 4 * 3_600_000 }, context);
  const take = (events: CapturedEvent[]) => {
    // Out of a text, as from a socket: what is kept of it is then seen.
    const received: CapturedEvent[] = JSON.parse(JSON.stringify(events));
    const received_at = STARTED_AT + events[events.length - 1].t;
    foldEntry(folded, { kind: "batch", events: received, late: false, received_at }, context);
  };
  let batch: CapturedEvent[] = [];
  const events = minutes === 0 ? [] : simulate(persona, seed, { questions: PAPER, durationMs: minutes * 60_000 });
  for (const event of events) {
    if (batch.push(event) < BATCH_EVENTS) continue;
    take(batch);
    batch = [];
  }
  if (batch.length > 0) take(batch);
  return new HeldAttempt(folded);
}

async function printTable(count: number, minutes: number): Promise<void> {
  // The first of a class is larger than those after it.
  sitAttempts(PERSONAS.length, 1);
  const attempts = sitAttempts(count, minutes);
  const { holders, bytes, bufferBytes, objects, owned } = await heldBytes(HeldAttempt.name);
  const each = (total: number) => Math.round(total / holders).toLocaleString("en").padStart(9);
  const characters = attempts.reduce((sum, attempt) => sum + attempt.characters, 0);
  console.log(`\n${holders} attempts of ${minutes} minutes, ${each(characters).trim()} characters of answers each\n`);
  console.log(`${"".padEnd(22)}${"bytes".padStart(9)}${"in buffers".padStart(12)}${"objects".padStart(9)}`);
  for (const row of [{ owner: "all", bytes, bufferBytes, objects }, ...owned].slice(0, 30)) {
    console.log(`${row.owner.padEnd(22)}${each(row.bytes)}   ${each(row.bufferBytes)}${each(row.objects)}`);
  }
}

if (import.meta.main) {
  const options = { attempts: { type: "string" }, minutes: { type: "string" } } as const;
  const { attempts = "70", minutes = "45" } = parseArgs({ options }).values;
  await printTable(Number(attempts), 0);
  await printTable(Number(attempts), Number(minutes));
}
