import { simulate } from "../../lab/simulation/simulate.ts";
import { joinExam } from "../../lab/students/join_exam.ts";
import { type CapturedEvent, firstUnsorted } from "../../protocol/events.ts";
import { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import type { Random } from "../../scoring/models/random.ts";
import { expectedOf } from "./expected_refusal.ts";
import { FuzzSocket } from "./fuzz_socket.ts";
import type { FuzzTarget } from "./fuzz_target.ts";
import { pick, spoil, type Wire } from "./mutate.ts";

/** Messages after which a student begins anew: time runs ahead when batches are spoilt. */
const MESSAGES_AN_ATTEMPT = 400;

const QUESTIONS = [{ id: "q1", points: 1, text: "Write.", type: "essay" as const }];
const ANSWERS = new Set(["ack", "expected", "conflict", "pong"]);

/** Spoilt messages of one student's socket. */
export class FuzzStudent implements FuzzTarget {
  readonly name = "student socket";
  readonly #url: string;
  readonly #random: Random;
  #socket: FuzzSocket<ServerToStudent> | null = null;
  #token = "";
  #left = 0;
  #lastSeq = 0;
  #lastT = 0;
  #events: CapturedEvent[] = [];

  constructor(url: string, random: Random) {
    this.#url = url;
    this.#random = random;
    this.#events = [...simulate("pasting", Math.floor(random() * 1e9), { questions: QUESTIONS, durationMs: 60_000 })];
  }

  async step(): Promise<{ sent: Wire; problem: string | null }> {
    const random = this.#random;
    if (this.#left-- <= 0) await this.#join();
    if (random() < 0.05) return await this.#hello();
    this.#socket ??= await this.#welcomed();
    const sent = spoil(random, this.#message());
    this.#socket.say(sent);
    const heard = await this.#socket.answer((message) => ANSWERS.has(message.type));
    if ("closed" in heard) this.#socket = null;
    return { sent, problem: this.#judge(sent, heard) };
  }

  close(): void {
    this.#socket?.close();
  }

  #message(): unknown {
    const random = this.#random;
    if (random() < 0.05) return { type: "ping" };
    if (random() < 0.02) return { type: "hello", protocol: 1, token: this.#token };
    const first = Math.floor(random() * this.#events.length);
    const group = this.#events.slice(first, first + 1 + Math.floor(random() * 12));
    const base = this.#lastT - group[0].t;
    const events = group.map((event) => ({ ...event, t: Math.max(0, Math.round(event.t + base)) }));
    const seq = this.#lastSeq + pick(random, [1, 1, 1, 1, 1, 1, 0, 2, -1]);
    return { type: "batch", seq, sentAt: 1.8e12 + random(), events };
  }

  #judge(sent: Wire, heard: { message: ServerToStudent } | { closed: string }): string | null {
    const expected = expectedOf(StudentToServer, sent);
    const got = "closed" in heard ? `closed ${heard.closed}` : heard.message.type;
    if ("closed" in expected) {
      return got === `closed ${expected.closed}` ? null : `wanted closed ${expected.closed}, got ${got}`;
    }
    const { message } = expected;
    if (message.type === "ping") return got === "pong" ? null : `wanted pong, got ${got}`;
    if (message.type === "hello") return got === "closed invalid" ? null : `wanted closed invalid, got ${got}`;
    // A call, or the end of a break, is not answered.
    if (message.type !== "batch") return null;
    const isSorted = firstUnsorted(message.events) === -1;
    if (got === "ack") {
      if (message.seq <= this.#lastSeq) return null;
      if (!isSorted || message.seq !== this.#lastSeq + 1) {
        return `batch ${message.seq} was taken after ${this.#lastSeq}`;
      }
      this.#lastSeq = message.seq;
      this.#lastT = Math.max(this.#lastT, message.events[message.events.length - 1].t);
      return null;
    }
    return ["expected", "conflict", "closed out_of_order"].includes(got)
      ? null
      : `batch ${message.seq} was answered ${got}`;
  }

  /** The first message of a connection, spoilt. */
  async #hello(): Promise<{ sent: Wire; problem: string | null }> {
    const socket = await this.#open();
    const sent = spoil(this.#random, { type: "hello", protocol: 1, token: this.#token });
    socket.say(sent);
    const heard = await socket.answer((message) => message.type === "welcome");
    socket.close();
    // Whoever is welcomed takes over.
    this.#socket?.close();
    this.#socket = null;
    const got = "closed" in heard ? heard.closed : heard.message.type;
    const expected = expectedOf(StudentToServer, sent);
    const wanted = "closed" in expected ? expected.closed : helloOutcome(expected.message, this.#token);
    return { sent, problem: got === wanted ? null : `hello: wanted ${wanted}, got ${got}` };
  }

  async #join(): Promise<void> {
    this.#socket?.close();
    this.#socket = null;
    this.#left = MESSAGES_AN_ATTEMPT;
    this.#lastSeq = 0;
    this.#lastT = 0;
    this.#token = (await joinExam(this.#url, "FUZZ", "Fuzz")).session_token;
  }

  async #open(): Promise<FuzzSocket<ServerToStudent>> {
    return await FuzzSocket.open(`${this.#url}/ws/student`, (text) => ServerToStudent.parse(JSON.parse(text)));
  }

  async #welcomed(): Promise<FuzzSocket<ServerToStudent>> {
    const socket = await this.#open();
    socket.say(JSON.stringify({ type: "hello", protocol: 1, token: this.#token }));
    const heard = await socket.answer((message) => message.type === "welcome");
    if ("closed" in heard) throw new Error(`not welcomed: ${heard.closed}`);
    if (heard.message.type === "welcome") this.#lastSeq = heard.message.last_seq;
    return socket;
  }
}

function helloOutcome(message: StudentToServer, token: string): string {
  if (message.type !== "hello") return "unauthorized";
  if (message.protocol !== 1) return "protocol_version";
  return message.token === token ? "welcome" : "unauthorized";
}
