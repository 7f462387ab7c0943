import { EventStream } from "../../lab/simulation/event_stream.ts";
import { PRACTISED_HAND } from "../../lab/simulation/pointer_profile.ts";
import { Sitting } from "../../lab/simulation/sitting.ts";
import { writeSentence } from "../../lab/simulation/typist.ts";
import { MIDDLING_TYPIST } from "../../lab/simulation/typing_profile.ts";
import { createRandom } from "../../scoring/models/random.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { LiveServer } from "../support/live_server.ts";

/** An attempt, and what opens it in a browser. */
export interface SatAttempt {
  attemptId: string;
  token: string;
  name: string;
  code: string;
}

/** What is typed first. */
const TYPED = [
  "Dear Mayor, accidents on the main road fell by a fifth after the new limit, and that is good news.",
  "Whether the limit did it is another question.",
  "The year before was a bad one, and after a bad year the next is mostly better by itself.",
];

/** What comes in one piece, after a while elsewhere. */
const BROUGHT =
  "Regression to the mean is the tendency of extreme observations to be followed by values closer to the average. " +
  "Safety measures are commonly introduced after an unusually bad period, so that some improvement is to be expected " +
  "whether or not the measure has any effect; studies without a comparison group attribute this improvement to it.";

/** What is typed after it. */
const TYPED_AFTER = [
  "I would look at other roads of the town in the same two years, and count the cars.",
  "If accidents fell there too, the limit explains less than it seems.",
];

/** How long the exam is out of sight, once and again, ms. */
const AWAY_MS = [9_000, 21_000];

/** Between two batches, ms. */
const BATCH_MS = 1_000;

/** A sitting that can be read: typed sentences and, where it is told, half a minute elsewhere, a text from outside, and more typing. */
function readableSitting(seed: number, isTold: boolean): CapturedEvent[] {
  const sitting = new Sitting(createRandom(seed));
  const begun = { by: "page", driven: false, signals: ["keyboard", "pointer", "focus", "clipboard"] } as const;
  sitting.report({ ...begun, signals: [...begun.signals], t: 0, type: "capture_start" });
  sitting.view("q1");
  sitting.wait(4_000);
  const somewhere = () => 0.3 + 0.4 * sitting.random();
  const write = (sentences: readonly string[]) => {
    for (const sentence of sentences) {
      writeSentence(sitting, MIDDLING_TYPIST, sentence, () => {});
      sitting.reach(PRACTISED_HAND, { x: somewhere(), y: somewhere() }, 0.3);
    }
  };
  write(TYPED);
  if (!isTold) return sitting.drain();
  for (const awayMs of AWAY_MS) {
    sitting.report({ focused: false, t: 0, type: "focus_change" });
    sitting.report({ t: 0, type: "tab_switch", visible: false });
    sitting.wait(awayMs);
    sitting.report({ t: 0, type: "tab_switch", visible: true });
    sitting.report({ focused: true, t: 0, type: "focus_change" });
    sitting.wait(1_500);
  }
  sitting.press("modifier", 400, 190);
  sitting.press("shortcut", 140, 90);
  sitting.report({ length: BROUGHT.length + 1, origin: "outside", t: 0, type: "paste_event" });
  sitting.edit(sitting.text.length, 0, ` ${BROUGHT}`, "paste");
  sitting.wait(3_000);
  write(TYPED_AFTER);
  return sitting.drain();
}

/** Sends what is captured as it comes to be. @returns Resolves once all of it is there. */
async function send(server: LiveServer, token: string, captured: CapturedEvent[]): Promise<void> {
  const stream = new EventStream(captured[Symbol.iterator]());
  const beganMs = performance.now();
  for (let seq = 1; !stream.isDone;) {
    await new Promise((resolve) => setTimeout(resolve, BATCH_MS));
    const events = stream.next(performance.now() - beganMs);
    if (events.length === 0) continue;
    const sent = await server.call("POST", "/log_activity", token, { seq: seq++, sentAt: Date.now(), events });
    if (sent.status !== 200) throw new Error(`Cannot sit the exam: ${JSON.stringify(sent.body)}`);
  }
}

/** Sits the demo exam in its own time, some minutes long, hands in and has a word to say. @returns The attempt's id. */
export async function sitTold(server: LiveServer, name: string): Promise<string> {
  const { attempt_id, session_token } = await server.join(name);
  await send(server, session_token, readableSitting(4, true));
  await server.call("POST", "/submit_exam", session_token, {});
  const text = "The paragraph about regression is from my own notes of the course; I had them open in another tab.";
  await server.call("POST", "/api/attempt/statement", session_token, { text });
  return attempt_id;
}

/** Begins an exam and writes for a minute, as a person does. */
export async function writeOn(server: LiveServer, name: string, code: string, seed: number): Promise<SatAttempt> {
  const { attempt_id: attemptId, session_token: token } = await server.join(name, code);
  await send(server, token, readableSitting(seed, false));
  return { attemptId, token, name, code };
}
