import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { createState, defaultContext, fold } from "../../../scoring/fold.ts";
import { readLines } from "../../../server/tasks/read_lines.ts";

const TASK = fileURLToPath(new URL("../../../server/tasks/score.ts", import.meta.url));
const tab = (t: number): CapturedEvent => ({ type: "tab_switch", visible: true, t });

interface Scored {
  attempt: string;
  seq: number;
  t: number;
  risk: number;
}

/** Runs the command on lines, as `deno task score` does. */
async function score(
  lines: readonly (string | object)[],
): Promise<{ code: number; scored: Scored[]; problems: string[] }> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", TASK],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const child = command.spawn();
  const input = lines.map((line) => typeof line === "string" ? line : JSON.stringify(line)).join("\n");
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input + "\n"));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("\n").filter((line) => line !== "");
  return { code, scored: text(stdout).map((line) => JSON.parse(line)), problems: text(stderr) };
}

Deno.test("[SC80] score gives a line a batch with what the fold says, attempts interleaved", async () => {
  const questions = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];
  const lines: { attempt: string; seq: number; events: CapturedEvent[] }[] = [];
  for (const [attempt, persona] of [["a", "away"], ["b", "pasting"]] as const) {
    const events = [...simulate(persona, 1, { questions, durationMs: 300_000 })];
    for (let at = 0; at < events.length; at += 100) {
      lines.push({ attempt, seq: at / 100 + 1, events: events.slice(at, at + 100) });
    }
  }
  lines.sort((one, other) => one.events[0].t - other.events[0].t);
  const { code, scored, problems } = await score(lines);
  assert.deepEqual(problems, []);
  assert.equal(code, 0);
  const context = defaultContext();
  const states = { a: createState(), b: createState() };
  const expected = lines.map(({ attempt, seq, events }) => {
    const report = fold(attempt === "a" ? states.a : states.b, { kind: "batch", events, late: false }, context);
    const { risk, level, categories, signals, contributions } = report;
    return { attempt, seq, t: events.at(-1)!.t, risk, level, categories, signals, contributions };
  });
  assert.deepEqual(scored, expected);
});

Deno.test("[SC81] score names a bad line by number and field, scores the rest, and ends with 2", async () => {
  const { code, scored, problems } = await score([
    { attempt: "a", seq: 1, events: [tab(0)] },
    "{not json",
    { attempt: "a", seq: 2, events: [{ ...tab(5), visible: 1 }] },
    { attempt: "a", seq: 3, events: [tab(20_000), tab(10_000)] },
    { attempt: "a", seq: 4, events: [tab(30_000)] },
    { attempt: "a", seq: 5, events: [tab(24_000)] },
    { attempt: "a", seq: 6, events: [{ type: "mind_reading", t: 31_000 }] },
    { attempt: "b", events: [tab(0)] },
    { attempt: "b", seq: 1, events: [tab(0)], colour: "blue" },
    { attempt: "b", seq: 2, events: [] },
    "",
    { attempt: "b", seq: 3, events: [tab(9)] },
  ]);
  assert.equal(code, 2);
  assert.deepEqual(scored.map(({ attempt, seq }) => `${attempt}${seq}`), ["a1", "a4", "b3"]);
  const named = problems.map((problem) => /^line (\d+): ([\w.]+)/.exec(problem)?.slice(1).join(" "));
  assert.deepEqual(named, [
    "2 not",
    "3 events.0.visible",
    "4 events.1.t",
    "6 events.0.t",
    "7 events.0.type",
    "8 seq",
    "9 colour",
    "10 events",
  ]);
});

Deno.test("[SC82] score names a number that is not next, and goes on behind it", async () => {
  const { code, scored, problems } = await score([
    { attempt: "a", seq: 1, events: [tab(0)] },
    { attempt: "a", seq: 1, events: [tab(0)] },
    { attempt: "a", seq: 4, events: [tab(1)] },
    { attempt: "a", seq: 5, events: [tab(2)] },
    { attempt: "a", seq: 0, events: [tab(3)] },
    { attempt: "a", seq: 6, events: [tab(3)] },
    { attempt: "c", seq: 2, events: [tab(3)] },
  ]);
  assert.equal(code, 2);
  assert.deepEqual(scored.map(({ attempt, seq }) => `${attempt}${seq}`), ["a1", "a5", "a6"]);
  assert.deepEqual(problems, [
    'line 2: seq: want 2 next of attempt "a", got 1',
    'line 3: seq: want 2 next of attempt "a", got 4',
    "line 5: seq: Too small: expected number to be >=1.",
    'line 7: seq: want 1 next of attempt "c", got 2',
  ]);
});

Deno.test("[SC82] a batch after a line that nobody could read is scored: it may have been the one before", async () => {
  const { scored, problems } = await score([
    { attempt: "a", seq: 1, events: [tab(0)] },
    '{"attempt":"a","seq":2,"events":[{"type"',
    { attempt: "a", seq: 3, events: [tab(1)] },
    { attempt: "a", seq: 5, events: [tab(2)] },
  ]);
  assert.deepEqual(scored.map(({ seq }) => seq), [1, 3]);
  assert.equal(problems.length, 2);
});

Deno.test("[SC83] score of nothing is nothing, and ends well", async () => {
  assert.deepEqual(await score([""]), { code: 0, scored: [], problems: [] });
});

Deno.test("[SC84] readLines() keeps one line at a time, and drops one that is too long without losing the next", async () => {
  const bytes = new TextEncoder().encode(`first\r\n${"x".repeat(500)}\nläst`);
  const chunks = Array.from(
    { length: Math.ceil(bytes.length / 3) },
    (_, index) => bytes.slice(index * 3, index * 3 + 3),
  );
  const lines = await Array.fromAsync(readLines(ReadableStream.from(chunks), 100));
  assert.deepEqual(lines, [{ number: 1, text: "first" }, { number: 2, text: null }, { number: 3, text: "läst" }]);
});
