/**
 * `deno run -A --unstable-kv tests/bench/profile.ts [paced|saturate] [STUDENTS] [FILE]`: where the server spends its
 * time under load, by V8's sampling profiler. Prints the functions with the most time of their own; FILE gets the
 * whole profile for a flame graph (Chromium's DevTools, speedscope).
 */
import { LoadProcess } from "./load_process.ts";
import { hall, saturating } from "./plans.ts";
import { startInvigil } from "./server_process.ts";

const MOST_SHOWN = 45;
const MEASURED_MS = 8_000;

interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: number[];
  timeDeltas: number[];
}

async function main(): Promise<void> {
  const [mode = "saturate", students = "200", file] = Deno.args;
  const folder = Deno.makeTempDirSync({ prefix: "invigil-profile-" });
  const profilePath = file ?? `${folder}/server.cpuprofile`;
  const server = await startInvigil(`${folder}/profile.kv`, {
    flags: ["--preload", "tests/bench/profiled.ts"],
    // What is loaded before the server looks into its first isolate alone.
    env: { INVIGIL_PROFILE: profilePath, INVIGIL_WORKERS: "1" },
  });
  const plan = mode === "paced" ? hall(server.url, Number(students), false, 1) : saturating(server.url, false, 1);
  const load = new LoadProcess({ ...plan, students: Number(students), durationMs: MEASURED_MS, verify: 0 });
  try {
    await load.until("measuring");
    server.signal("SIGUSR2");
    const cpuBefore = server.cpuMs();
    await new Promise((resolve) => setTimeout(resolve, MEASURED_MS - 1_000));
    const cpuMs = server.cpuMs() - cpuBefore;
    server.signal("SIGUSR2");
    const result = await load.result();
    console.log(
      `${result.acksPerSecond.toFixed(0)} batches/s, ack p99 ${result.ackMs.p99} ms, ` +
        `process CPU ${(cpuMs / (MEASURED_MS - 1_000) * 100).toFixed(0)} %`,
    );
    show(JSON.parse(Deno.readTextFileSync(profilePath)));
  } finally {
    await load.abort();
    await server.stop();
    Deno.removeSync(folder, { recursive: true });
  }
}

function show(profile: Profile): void {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => {
    const place = callFrame.url.replace(/^.*\/(node_modules\/\.deno\/)?/, "");
    return [id, `${callFrame.functionName || "(anonymous)"} ${place}:${callFrame.lineNumber + 1}`] as const;
  }));
  const own = new Map<string, number>();
  let all = 0;
  profile.samples.forEach((id, index) => {
    const name = names.get(id) ?? "?";
    own.set(name, (own.get(name) ?? 0) + profile.timeDeltas[index]);
    all += profile.timeDeltas[index];
  });
  const rows = [...own].sort((a, b) => b[1] - a[1]).slice(0, MOST_SHOWN);
  for (const [name, micros] of rows) console.log(`${(micros / all * 100).toFixed(1).padStart(5)} %  ${name}`);
}

if (import.meta.main) await main();
