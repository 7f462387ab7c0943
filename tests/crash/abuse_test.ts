import assert from "node:assert/strict";
import { joinExam } from "../../lab/students/join_exam.ts";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { startInvigil } from "../bench/server_process.ts";

const HONEST = 50;

/** How long acks are measured in each round, without the abuser and with, ms. */
const MEASURED_MS = 3_000;

/** Rounds at most. A busy machine only ever adds to a time: one round in which the bound holds shows that the abuser takes no more. */
const MOST_ROUNDS = 6;

/** Below this an ack is as fast as the machine's clock and its other work let one say, ms. */
const NOISE_MS = 10;

const LIMITS = { INVIGIL_MESSAGES_PER_SECOND: "100", INVIGIL_BYTES_PER_SECOND: "64000" };

function p99(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)];
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

Deno.test({
  name:
    "[TR45] one student who sends all that goes through leaves fifty honest ones their acks: p99 below twice its own",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "invigil-abuse-" });
    const server = await startInvigil(`${folder}/abuse.kv`, { env: LIMITS });
    const links: MachineLink[] = [];
    const latencies: number[] = [];
    let abuser: Deno.ChildProcess | undefined;
    let writing: ReturnType<typeof setInterval> | undefined;
    try {
      for (let index = 0; index < HONEST; index++) {
        const { session_token: token } = await joinExam(server.url, "DEMO", `Student ${index}`);
        const stored = (_: unknown, latencyMs: number | null) => void (latencyMs !== null && latencies.push(latencyMs));
        const link = new MachineLink({ url: server.url, token, random: createRandom(index), stored });
        link.start();
        links.push(link);
      }
      let t = 0;
      let next = 0;
      writing = setInterval(() => {
        t += 4;
        for (let count = 0; count < 2; count++) {
          links[next++ % HONEST].add([{ type: "focus_change", t, focused: true }]);
        }
      }, 8);
      const { session_token } = await joinExam(server.url, "DEMO", "Abuser");
      await sleep(2_000);
      const measured = async () => {
        await sleep(1_000);
        latencies.length = 0;
        await sleep(MEASURED_MS);
        return p99(latencies);
      };
      const rounds: string[] = [];
      let isHeld = false;
      for (let round = 0; round < MOST_ROUNDS && !isHeld; round++) {
        abuser?.kill("SIGSTOP");
        const own = await measured();
        if (abuser === undefined) {
          abuser = new Deno.Command(Deno.execPath(), {
            args: ["run", "-A", "--no-check", "tests/crash/abuser.ts", server.url, session_token],
            stdout: "null",
            stderr: "null",
          }).spawn();
          await sleep(1_000);
        } else abuser.kill("SIGCONT");
        const under = await measured();
        isHeld = under < 2 * Math.max(own, NOISE_MS);
        rounds.push(`${under.toFixed(1)} ms with, ${own.toFixed(1)} ms without`);
      }
      console.log(`abuse: p99 of the acks of ${HONEST} honest students: ${rounds.join("; ")}`);
      const waiting = links.reduce((sum, link) => sum + link.unacknowledged, 0);
      assert.ok(waiting < HONEST, `${waiting} batches wait`);
      assert.ok(isHeld, rounds.join("; "));
    } finally {
      clearInterval(writing);
      abuser?.kill("SIGKILL");
      await abuser?.status;
      for (const link of links) link.stop();
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
