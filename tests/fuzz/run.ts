import { z } from "zod";
import { fork } from "../../lab/simulation/fork.ts";
import { SessionAnswer } from "../../protocol/session.ts";
import { Metrics } from "../../protocol/staff.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyExport } from "../../server/delivery/verify_export.ts";
import { Exams } from "../../server/exams/exams.ts";
import { createStores } from "../../server/store/stores.ts";
import { misfitLine } from "../../server/tasks/verify.ts";
import { ADMIN, startInvigil } from "../bench/server_process.ts";
import { FuzzAuthor } from "./fuzz_author.ts";
import { FuzzProctor } from "./fuzz_proctor.ts";
import { FuzzRest } from "./fuzz_rest.ts";
import { FuzzStudent } from "./fuzz_student.ts";
import type { FuzzTarget } from "./fuzz_target.ts";

export interface FuzzOptions {
  seed: number;
  messages: number;
  say?: (line: string) => void;
}

export interface FuzzRun {
  messages: number;
  problems: string[];
  /** Resident memory of the server after a tenth of the messages, after all of them, and at its most, bytes. */
  memory: { before: number; after: number; peak: number };
  /** The slowest answer, ms. */
  slowestMs: number;
}

/** Problems that are told; a broken server would tell of every message. */
const MOST_PROBLEMS = 20;

const EXAM = {
  code: "FUZZ",
  title: "Fuzz",
  duration_minutes: 600,
  policy: { at_hundred: "alert_only" },
  questions: [{ id: "q1", type: "essay", text: "Write." }],
};

/**
 * Sends spoilt messages to a server in a process of its own, over both sockets and every REST call, and judges each
 * answer by the protocol's schemas. What each target sends follows from the seed; what it meets depends on the others.
 */
export async function fuzzRun({ seed, messages, say = () => {} }: FuzzOptions): Promise<FuzzRun> {
  const folder = await Deno.makeTempDir({ prefix: "invigil-fuzz-" });
  const path = `${folder}/fuzz.kv`;
  const server = await startInvigil(path);
  const run: FuzzRun = { messages: 0, problems: [], memory: { before: 0, after: 0, peak: 0 }, slowestMs: 0 };
  let targets: FuzzTarget[] = [];
  try {
    const { url } = server;
    const token = await signIn(url);
    const examId = await publish(url, token);
    const random = createRandom(seed);
    targets = [
      ...Array.from({ length: 3 }, () => new FuzzStudent(url, fork(random))),
      new FuzzAuthor(url, token, examId, fork(random)),
      ...Array.from({ length: 1 }, () => new FuzzProctor(url, token, examId, fork(random))),
      ...Array.from({ length: 6 }, () => new FuzzRest(url, token, examId, fork(random))),
    ];
    const note = (problem: string) => void (run.problems.length < MOST_PROBLEMS && run.problems.push(problem));
    await Promise.all(targets.map(async (target, index) => {
      while (run.messages < messages && run.problems.length < MOST_PROBLEMS) {
        if (++run.messages % Math.ceil(messages / 10) === 0) {
          if (run.memory.before === 0) run.memory.before = server.residentBytes();
          say(`${run.messages} messages, ${Math.round(server.residentBytes() / 1e6)} MB`);
        }
        const begin = performance.now();
        try {
          const { sent, problem } = await target.step();
          const shown = typeof sent === "string" ? sent.slice(0, 2_000) : `bytes ${sent.slice(0, 200)}`;
          if (problem !== null) note(`${target.name} ${index}: ${problem}\n  ${shown}`);
        } catch (error) {
          note(`${target.name} ${index}: ${error}`);
        }
        run.slowestMs = Math.max(run.slowestMs, performance.now() - begin);
      }
    }));
    run.memory.after = server.residentBytes();
    run.memory.peak = server.peakBytes();
    const faults = await faultsOf(url, token);
    if (faults > 0) note(`the server counted ${faults} faults of its own`);
  } finally {
    for (const target of targets) target.close();
    await server.stop();
  }
  run.problems.push(...await misfits(path));
  await Deno.remove(folder, { recursive: true });
  return run;
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: "POST", body: JSON.stringify(ADMIN) });
  return SessionAnswer.parse(await answer.json()).token;
}

async function publish(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/exams`, { method: "POST", headers, body: JSON.stringify(EXAM) });
  return z.object({ exam_id: z.string() }).parse(await answer.json()).exam_id;
}

async function faultsOf(url: string, token: string): Promise<number> {
  const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const { metrics } = Metrics.parse(await answer.json());
  return metrics.find(({ name }) => name === "faults")?.value ?? -1;
}

/** Whatever was taken, chains fit and scores equal their replay. */
async function misfits(path: string): Promise<string[]> {
  const kv = await Deno.openKv(path);
  try {
    const stores = createStores(kv);
    const exam = await new Exams(stores, () => Date.now()).getByCode(EXAM.code);
    if (exam === null) return ["the exam is gone"];
    const { misfit } = await verifyExport(ReadableStream.from(exportExam(stores, exam, () => Date.now())));
    return misfit === null ? [] : [misfitLine(misfit)];
  } finally {
    kv.close();
  }
}
