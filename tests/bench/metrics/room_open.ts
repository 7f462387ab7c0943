import { median } from "simple-statistics";
// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { z } from "zod";
import { joinStudents } from "../../../lab/load/join_students.ts";
import { signIn } from "../../../lab/load/room_watch.ts";
import { PROTOCOL_VERSION } from "../../../protocol/limits.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { ADMIN, type ServerProcess, startInvigil } from "../server_process.ts";

/** The whole room is there by then, or never, ms. */
const GIVE_UP_MS = 60_000;

const Room = z.object({ type: z.string(), students: z.array(z.unknown()).optional() });

/** How long a proctor looks at an empty room of a large exam. */
export const roomOpen: Measurement = {
  metrics: ["room.open_10000_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 100 : 10_000;
    const kvPath = `${bench.scratch}/room_open.kv`;
    const examId = await joined(kvPath, students);
    const first: number[] = [];
    const second: number[] = [];
    let bytes = 0;
    for (let round = 0; round < bench.rounds; round++) {
      const server = await startInvigil(kvPath);
      try {
        const opened = await openedRoom(server, examId, students);
        bytes = opened.bytes;
        first.push(opened.ms);
        second.push((await openedRoom(server, examId, students)).ms);
      } finally {
        await server.stop();
      }
      bench.note(`round ${round + 1}: ${first[round].toFixed(0)} ms, then ${second[round].toFixed(0)} ms`);
    }
    return [{
      metric: "room.open_10000_ms",
      value: median(first),
      unit: "ms",
      goal: "≤ 2,000",
      n: students,
      note:
        `a proctor's hello to the last byte of the room's ${students} attempts, ${bytes} B, on a server that has just ` +
        `started; the next proctor ${median(second).toFixed(0)} ms; nobody connected; median of ${bench.rounds} rounds`,
    }];
  },
};

/** Fills an exam with attempts. @returns Its id. */
async function joined(kvPath: string, students: number): Promise<string> {
  const server = await startInvigil(kvPath);
  try {
    const [{ exam }] = await joinStudents(server.url, "DEMO", students);
    return exam.exam_id;
  } finally {
    await server.stop();
  }
}

/** Opens a room as a proctor does, and waits until everybody has been told of. */
async function openedRoom({ url }: ServerProcess, exam: string, students: number) {
  const token = await signIn(url, ADMIN.username, ADMIN.password);
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws/proctor`, { perMessageDeflate: false });
  const timer = setTimeout(() => socket.terminate(), GIVE_UP_MS);
  try {
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    const beganMs = performance.now();
    socket.send(JSON.stringify({ type: "hello", protocol: PROTOCOL_VERSION, token, exam }));
    return await new Promise<{ ms: number; bytes: number }>((resolve, reject) => {
      let left = students;
      let bytes = 0;
      socket.on("message", (data) => {
        const ms = performance.now() - beganMs;
        const text = String(data);
        const message = Room.parse(JSON.parse(text));
        if (message.type !== "room") return;
        bytes += text.length;
        left -= message.students?.length ?? 0;
        if (left <= 0) resolve({ ms, bytes });
      });
      socket.on("close", () => reject(new Error(`The room never came: ${left} of ${students} are missing`)));
    });
  } finally {
    clearTimeout(timer);
    socket.terminate();
  }
}
