import { joinExam } from "../../lab/students/join_exam.ts";
import { ProctorToServer, ServerToProctor } from "../../protocol/proctor_messages.ts";
import type { Random } from "../../scoring/models/random.ts";
import { expectedOf } from "./expected_refusal.ts";
import { FuzzSocket } from "./fuzz_socket.ts";
import type { FuzzTarget } from "./fuzz_target.ts";
import { pick, spoil, type Wire } from "./mutate.ts";

/** Actions that one student bears before another takes their place. */
const MESSAGES_A_STUDENT = 200;

const ACTIONS = [
  "flag",
  "message",
  "warn",
  "pause",
  "resume",
  "lock",
  "release",
  "extend",
  "release_device",
  "terminate",
];

/** Spoilt messages of one proctor's socket. */
export class FuzzProctor implements FuzzTarget {
  readonly name = "proctor socket";
  #socket: FuzzSocket<ServerToProctor> | null = null;
  #attemptId = "";
  #left = 0;
  #count = 0;

  constructor(
    readonly url: string,
    readonly token: string,
    readonly examId: string,
    readonly random: Random,
  ) {}

  async step(): Promise<{ sent: Wire; problem: string | null }> {
    const { random } = this;
    if (this.#left-- <= 0) {
      this.#left = MESSAGES_A_STUDENT;
      this.#attemptId = (await joinExam(this.url, "FUZZ", "Fuzzed")).attempt_id;
    }
    if (random() < 0.05) return await this.#hello();
    this.#socket ??= await this.#admitted();
    const sent = spoil(random, this.#message());
    this.#socket.say(sent);
    const heard = await this.#socket.answer(({ type }) => type === "done" || type === "refused" || type === "pong");
    if ("closed" in heard) this.#socket = null;
    return { sent, problem: judge(sent, heard) };
  }

  close(): void {
    this.#socket?.close();
  }

  #message(): unknown {
    const { random } = this;
    if (random() < 0.1) return { type: "ping" };
    const type = random() < 0.01 ? "terminate" : pick(random, ACTIONS.slice(0, -1));
    return {
      type,
      id: `${this.#count++}-${Math.floor(random() * 1e9)}`,
      attempt_id: random() < 0.9 ? this.#attemptId : "nobody",
      ...(type === "message" || type === "warn" ? { text: "A word" } : {}),
      ...(type === "extend" ? { minutes: 1 } : {}),
      ...(type === "flag" ? { note: "Look", t: 5 } : {}),
    };
  }

  async #hello(): Promise<{ sent: Wire; problem: string | null }> {
    const { token, examId: exam } = this;
    const socket = await this.#open();
    const sent = spoil(this.random, { type: "hello", protocol: 1, token, exam, since: 3 });
    socket.say(sent);
    const heard = await socket.answer(({ type }) => type === "room" || type === "frame");
    socket.close();
    const got = "closed" in heard ? heard.closed : "room";
    const expected = expectedOf(ProctorToServer, sent);
    const wanted = "closed" in expected ? expected.closed : helloOutcome(expected.message, token, exam);
    return { sent, problem: got === wanted ? null : `hello: wanted ${wanted}, got ${got}` };
  }

  async #open(): Promise<FuzzSocket<ServerToProctor>> {
    return await FuzzSocket.open(`${this.url}/ws/proctor`, (text) => ServerToProctor.parse(JSON.parse(text)));
  }

  async #admitted(): Promise<FuzzSocket<ServerToProctor>> {
    const socket = await this.#open();
    socket.say(JSON.stringify({ type: "hello", protocol: 1, token: this.token, exam: this.examId }));
    const heard = await socket.answer((message) => message.type === "room");
    if ("closed" in heard) throw new Error(`not let in: ${heard.closed}`);
    return socket;
  }
}

function judge(sent: Wire, heard: { message: ServerToProctor } | { closed: string }): string | null {
  const expected = expectedOf(ProctorToServer, sent);
  const got = "closed" in heard ? `closed ${heard.closed}` : heard.message.type;
  if ("closed" in expected) {
    return got === `closed ${expected.closed}` ? null : `wanted closed ${expected.closed}, got ${got}`;
  }
  const { message } = expected;
  if (message.type === "ping") return got === "pong" ? null : `wanted pong, got ${got}`;
  // Not answered: what comes is another's.
  if (message.type === "look") return null;
  if (message.type === "hello") return got === "closed invalid" ? null : `wanted closed invalid, got ${got}`;
  if ("closed" in heard) return `${message.type} was answered ${got}`;
  if (heard.message.type === "refused") {
    if (heard.message.code === "internal") return "an action was answered internal";
    return heard.message.id === message.id ? null : "another action was answered";
  }
  return heard.message.type === "done" && heard.message.id === message.id ? null : `an action was answered ${got}`;
}

/** An admin may see every exam, so that one which is not there is said not to be. */
function helloOutcome(message: ProctorToServer, token: string, exam: string): string {
  if (message.type !== "hello") return "unauthorized";
  if (message.protocol !== 1) return "protocol_version";
  if (message.token !== token) return "unauthorized";
  return message.exam === exam ? "room" : "not_found";
}
