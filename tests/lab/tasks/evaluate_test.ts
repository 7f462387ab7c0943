import assert from "node:assert/strict";
import { join } from "node:path";
import { z } from "zod";
import { ESSAY_COLUMNS } from "../../../lab/data_sets/essays.ts";
import { Metric } from "../../../lab/evaluation/metric.ts";
import { runEvaluate } from "../../../lab/tasks/evaluate.ts";
import { runTrain } from "../../../lab/tasks/train.ts";
import { artificialWay } from "../../../lab/training/artificial_way.ts";
import { createRandom } from "../../../scoring/models/random.ts";

interface Run {
  code: number;
  metrics: z.infer<typeof Metric>[];
  problems: string[];
}

async function run(folder: string): Promise<Run> {
  const metrics: z.infer<typeof Metric>[] = [];
  const problems: string[] = [];
  const code = await runEvaluate(
    ["--data", folder, "--json"],
    (line) => metrics.push(Metric.parse(JSON.parse(line))),
    (problem) => problems.push(problem),
  );
  return { code, metrics, problems };
}

async function withFolder(files: Record<string, string>, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(join(folder, name, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, name), text);
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function table(rows: number): string {
  const random = createRandom(1);
  const lines = Array.from({ length: rows }, (_, index) => {
    const condition = index % 2 === 0 ? "authentic" : "transcribed";
    const numbers = ESSAY_COLUMNS.slice(2).map(() => (1 + random() * 9).toFixed(3));
    return [`e${index >> 1}`, condition, ...numbers].join(",");
  });
  return [ESSAY_COLUMNS.join(","), ...lines].join("\r\n") + "\r\n";
}

function trajectories(count: number): string {
  const random = createRandom(2);
  return Array.from({ length: count }, (_, index) => {
    const { t, x, y } = artificialWay("wind", random);
    const isBot = index % 2 === 0;
    const src = isBot ? "bot_new" : "human_new";
    const label = isBot ? "bot" : "human";
    const px = (values: number[]) => values.map((value) => Math.round(value * 900));
    return JSON.stringify({ id: `${index}`, src, label, touch: false, w: 1600, h: 900, t, x: px(x), y: px(y) });
  }).join("\n");
}

Deno.test("[SG142] an empty folder is said to hold nothing, with exit code 2", async () => {
  await withFolder({}, async (folder) => {
    const { code, metrics, problems } = await run(folder);
    assert.equal(code, 2);
    assert.equal(metrics.length, 0);
    assert.match(problems[problems.length - 1], /^There is no data set in /);
  });
});

Deno.test("[SG142] a bad line is named with its field, the rest is evaluated, and the exit code is 2", async () => {
  const essays = table(40).replace("\r\ne0,authentic,", "\r\ne0,invented,");
  const lines = trajectories(12).split("\n");
  lines[3] = lines[3].replace('"w":1600', '"w":"wide"');
  lines[4] = "{";
  await withFolder({
    "transcription-detection/essays.csv": essays,
    "delbot-mouse/trajectories.ndjson": lines.join("\n"),
  }, async (folder) => {
    const { code, metrics, problems } = await run(folder);
    assert.equal(code, 2);
    assert.ok(problems.some((problem) => /essays\.csv, line 2: condition: /.test(problem)), problems.join("\n"));
    assert.ok(problems.some((problem) => /trajectories\.ndjson, line 4: w: /.test(problem)));
    assert.ok(problems.some((problem) => /trajectories\.ndjson, line 5: is not JSON/.test(problem)));
    assert.ok(problems.some((problem) => /sessions\.ndjson: there is no such file/.test(problem)));
    assert.equal(metrics.find(({ task, metric }) => task === "T1" && metric === "auc")?.n, 39);
    assert.ok(metrics.find(({ task, metric }) => task === "T4" && metric === "mean_auc")!.n >= 4);
  });
});

Deno.test("[SG142] a missing column is named", async () => {
  const essays = table(4).replace("num_of_deletions", "something_else");
  await withFolder({ "transcription-detection/essays.csv": essays }, async (folder) => {
    const { problems } = await run(folder);
    assert.ok(problems.some((problem) => problem.includes("line 1: the column num_of_deletions is missing")));
  });
});

Deno.test("[SG142] evaluate without a folder, or with an option it does not know, says so", async () => {
  for (const args of [[], ["--data"], ["--data", "x", "--loud"]]) {
    const problems: string[] = [];
    assert.equal(await runEvaluate(args, () => {}, (problem) => problems.push(problem)), 2);
    assert.equal(problems.length, 1);
  }
});

Deno.test("[SG143] train writes no model from data that are not whole", async () => {
  await withFolder({ "transcription-detection/essays.csv": table(8) }, async (folder) => {
    const written: string[] = [];
    const problems: string[] = [];
    const code = await runTrain(
      ["--data", folder],
      (name) => written.push(name),
      () => {},
      (one) => problems.push(one),
    );
    assert.equal(code, 2);
    assert.deepEqual(written, []);
    assert.match(problems[problems.length - 1], /No model was written/);
  });
});
