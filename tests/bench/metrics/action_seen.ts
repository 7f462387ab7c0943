import { quantileSorted } from "simple-statistics";
import { z } from "zod";
import { joinExam } from "../../../lab/students/join_exam.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { ADMIN, startInvigil } from "../server_process.ts";

/** Students who are connected, and how many of them are acted on at once. */
const STUDENTS = 200;
const AT_ONCE = 100;

/** A student's page says so often that it is there, ms. */
const PING_MS = 2_000;

/** What is not seen by then is never seen, ms. */
const GIVE_UP_MS = 30_000;

/** Between two actions, ms. */
const PAUSE_MS = 100;

const Unseen = z.object({ unseen: z.array(z.string()).optional() });
const Seen = z.object({
  students: z.array(z.object({ attempt_id: z.string(), deed: z.object({ step: z.string() }).optional() })).optional(),
});

/** From a proctor's action to the proctor's page that says "seen": of one student, and of a hundred at once. */
export const actionSeen: Measurement = {
  metrics: ["action_seen.one_p95_ms", "action_seen.hundred_p95_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const server = await startInvigil(`${bench.scratch}/action_seen.kv`);
    const sockets: WebSocket[] = [];
    const timers: ReturnType<typeof setInterval>[] = [];
    try {
      const ids: string[] = [];
      for (let index = 0; index < (bench.isShort ? 10 : STUDENTS); index++) {
        const { attempt_id, session_token } = await joinExam(server.url, "DEMO", `Student ${index}`);
        ids.push(attempt_id);
        const socket = await studentSocket(server.url, session_token);
        sockets.push(socket);
        timers.push(setInterval(() => socket.send('{"type":"ping"}'), PING_MS));
      }
      const proctor = await Proctor.open(server.url);
      sockets.push(proctor.socket);
      const one: number[] = [];
      const alone = ids.slice(0, bench.isShort ? 2 : 60);
      for (const id of alone) {
        one.push(...await proctor.act("pause", [id]));
        await sleep(PAUSE_MS);
      }
      const many: number[] = [];
      // Others than those: who is paused already is not paused again, and nothing of it is seen.
      const chosen = ids.slice(alone.length).slice(-AT_ONCE);
      for (let round = 0; round < (bench.isShort ? 1 : 6); round++) {
        many.push(...await proctor.act(round % 2 === 0 ? "pause" : "resume", chosen));
        await sleep(PAUSE_MS);
      }
      const who =
        `${ids.length} students connected; to the frame that tells the proctor that the student's page has shown it`;
      return [
        { metric: "action_seen.one_p95_ms", value: p95(one), unit: "ms", goal: "≤ 1000", n: one.length, note: who },
        {
          metric: "action_seen.hundred_p95_ms",
          value: p95(many),
          unit: "ms",
          goal: "≤ 1000",
          n: many.length,
          note: `${chosen.length} at once; ${who}`,
        },
      ];
    } finally {
      for (const timer of timers) clearInterval(timer);
      for (const socket of sockets) socket.close();
      await server.stop();
    }
  },
};

/** A student's page, as far as it says that it has shown what was done. */
async function studentSocket(url: string, token: string): Promise<WebSocket> {
  const socket = await opened(`${url.replace("http", "ws")}/ws/student`);
  socket.onmessage = ({ data }) => {
    for (const id of Unseen.parse(JSON.parse(data)).unseen ?? []) socket.send(JSON.stringify({ type: "seen", id }));
  };
  socket.send(JSON.stringify({ type: "hello", protocol: 1, token }));
  return socket;
}

/** A proctor's room, as far as it hears what became of an action. */
class Proctor {
  readonly #waiting = new Map<string, () => void>();

  private constructor(readonly socket: WebSocket) {
    socket.onmessage = ({ data }) => {
      for (const { attempt_id, deed } of Seen.parse(JSON.parse(data)).students ?? []) {
        if (deed?.step === "seen") this.#waiting.get(attempt_id)?.();
      }
    };
  }

  static async open(url: string): Promise<Proctor> {
    const body = JSON.stringify(ADMIN);
    const headers = { "content-type": "application/json" };
    const { token } = z.object({ token: z.string() }).parse(
      await (await fetch(`${url}/api/session`, { method: "POST", headers, body })).json(),
    );
    const [exam] = z.array(z.object({ exam_id: z.string() })).parse(
      await (await fetch(`${url}/api/exams`, { headers: { authorization: `Bearer ${token}` } })).json(),
    );
    const proctor = new Proctor(await opened(`${url.replace("http", "ws")}/ws/proctor`));
    proctor.socket.send(JSON.stringify({ type: "hello", protocol: 1, token, exam: exam.exam_id }));
    await sleep(1_000);
    return proctor;
  }

  /** @returns Of each student, how long until it was told as seen, ms. @throws {Error} (rejects) If it never is. */
  async act(type: "pause" | "resume", ids: readonly string[]): Promise<number[]> {
    const beganMs = performance.now();
    const seen = ids.map((id) =>
      new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`"${type}" was never seen by ${id}`)), GIVE_UP_MS);
        this.#waiting.set(id, () => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          resolve(performance.now() - beganMs);
        });
      })
    );
    this.socket.send(JSON.stringify({ type, id: crypto.randomUUID(), attempt_ids: ids }));
    return await Promise.all(seen);
  }
}

function opened(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error(`Cannot open ${url}`));
  });
}

function p95(times: readonly number[]): number {
  return quantileSorted([...times].sort((one, other) => one - other), 0.95);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
