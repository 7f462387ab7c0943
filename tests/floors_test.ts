import assert from "node:assert/strict";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/**
 * Floors of the house, from the ground up: a folder, or one file of a folder that stands lower than the rest of it. A
 * file may import from its own floor and from those that its row names, which all stand above its row here.
 */
const FLOORS: [floor: string, below: string[]][] = [
  ["protocol", []],
  ["words", ["protocol"]],
  ["scoring", ["protocol"]],

  ["server/psychometrics", []],
  ["server/errors.ts", ["protocol", "words"]],
  ["server/logger.ts", []],
  ["server/metrics.ts", []],
  ["server/log/hash.ts", ["protocol"]],
  ["server/config.ts", ["protocol", "server/log/hash.ts"]],
  ["server/evidence", ["protocol", "server/log/hash.ts"]],
  ["server/store", ["protocol", "scoring", "server/config.ts", "server/evidence"]],
  ["server/log", ["protocol", "server/store", "server/evidence"]],
  ["server/auth/reach.ts", []],
  ["server/auth/page_permissions.ts", ["server/auth/reach.ts"]],
  ["server/auth/permissions.ts", ["protocol", "server/auth/reach.ts", "server/auth/page_permissions.ts"]],
  ["server/auth/decide.ts", ["server/auth/permissions.ts"]],
  ["server/auth/tokens.ts", []],
  ["server/auth/embedding.ts", ["protocol", "server/store", "server/errors.ts"]],
  ["server/token_bucket.ts", []],
  ["server/message_rate.ts", ["server/token_bucket.ts"]],
  ["server/student_rates.ts", ["server/message_rate.ts"]],
  ["server/audit", ["words", "protocol", "server/store", "server/auth/decide.ts", "server/auth/tokens.ts"]],
  ["server/auth", ["words", "protocol", "server/store", "server/audit", "server/errors.ts", "server/token_bucket.ts"]],
  ["server/exams/media", ["words", "protocol", "server/store", "server/log", "server/errors.ts"]],
  ["server/exams/text", ["words", "protocol", "server/log"]],
  ["server/exams/transfer/shared", ["words", "protocol", "server/log", "server/exams/media"]],
  ["server/exams/transfer/xml", ["server/exams/transfer/shared"]],
  ["server/exams/transfer/zip", ["server/exams/transfer/shared"]],
  ["server/exams/transfer/aiken", ["server/exams/transfer/shared"]],
  ["server/exams/transfer/csv", ["protocol", "server/log", "server/exams/transfer/shared"]],
  ["server/exams/transfer/gift", ["protocol", "server/exams/media", "server/exams/transfer/shared"]],
  ["server/exams/transfer/json", ["protocol", "server/exams/transfer/shared"]],
  ["server/exams/transfer/moodle_xml", [
    "protocol",
    "server/exams/media",
    "server/exams/transfer/xml",
    "server/exams/transfer/shared",
  ]],
  ["server/exams/transfer/pdf", ["server/exams/transfer/shared"]],
  ["server/exams/transfer/qti", [
    "protocol",
    "server/exams/media",
    "server/exams/text",
    "server/exams/transfer/xml",
    "server/exams/transfer/zip",
    "server/exams/transfer/shared",
  ]],
  ["server/exams", [
    "words",
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/auth",
    "server/audit",
    "server/errors.ts",
  ]],
  ["server/bank", [
    "words",
    "protocol",
    "server/store",
    "server/auth",
    "server/audit",
    "server/errors.ts",
    "server/exams",
  ]],
  ["server/cluster", ["words", "protocol", "server/store", "server/errors.ts"]],
  ["server/attempts", [
    "words",
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/exams",
    "server/cluster",
    "server/auth/tokens.ts",
    "server/auth/embedding.ts",
    "server/errors.ts",
    "server/evidence",
  ]],
  ["server/review", [
    "words",
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/exams",
    "server/attempts",
    "server/auth/tokens.ts",
    "server/errors.ts",
    "server/evidence",
  ]],
  ["server/marking", [
    "words",
    "protocol",
    "server/store",
    "server/attempts",
    "server/exams",
    "server/errors.ts",
    "server/evidence",
  ]],
  ["server/alike", [
    "protocol",
    "server/psychometrics",
    "server/store",
    "server/attempts",
    "server/exams",
    "server/marking",
    "server/errors.ts",
  ]],
  ["server/files", ["words", "protocol", "server/store", "server/log", "server/attempts", "server/errors.ts"]],
  ["server/retention", [
    "server/marking",
    "words",
    "protocol",
    "server/exams",
    "server/store",
    "server/attempts",
    "server/audit",
    "server/errors.ts",
    "server/evidence",
    "server/log",
  ]],
  ["server/delivery", [
    "words",
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/attempts",
    "server/evidence",
  ]],
  ["server/room", [
    "server/files",
    "server/marking",
    "words",
    "protocol",
    "scoring",
    "server/store",
    "server/log",
    "server/attempts",
    "server/review",
    "server/cluster",
    "server/exams",
    "server/errors.ts",
  ]],
  ["server/build", ["protocol"]],
  ["server/docs", []],
  ["server/socket_limits.ts", ["words", "server/errors.ts"]],
  ["server/clock", ["server/store"]],
  ["server/services.ts", [
    "server/clock",
    "server/retention",
    "server/attempts",
    "server/audit",
    "server/auth",
    "server/config.ts",
    "server/exams",
    "server/metrics.ts",
    "server/room",
    "server/socket_limits.ts",
    "server/store",
    "server/student_rates.ts",
  ]],
  ["server/housekeeping.ts", [
    "server/attempts",
    "server/cluster",
    "server/exams",
    "server/retention",
    "server/services.ts",
    "server/store",
  ]],
  ["server/keep_time.ts", [
    "server/attempts",
    "server/audit",
    "server/clock",
    "server/logger.ts",
    "server/services.ts",
  ]],
  ["server/create_services.ts", [
    "server/retention",
    "server/attempts",
    "server/auth",
    "server/cluster",
    "server/config.ts",
    "server/evidence",
    "server/exams",
    "server/log",
    "server/logger.ts",
    "server/metrics.ts",
    "server/room",
    "server/services.ts",
    "server/socket_limits.ts",
    "server/store",
    "server/student_rates.ts",
  ]],

  ["islands/link", ["protocol"]],
  ["islands/capture", ["protocol", "islands/link"]],
  ["islands/watch", ["protocol", "words", "islands/link", "islands/capture"]],
  ["islands/embed", ["protocol", "islands/link", "islands/capture", "islands/watch"]],
  ["extension", ["protocol", "words", "islands/link", "islands/capture", "islands/watch"]],
  ["islands", ["protocol", "words", "scoring", "islands/link", "islands/capture"]],

  ["routes/edge", [
    "protocol",
    "words",
    "server/store",
    "server/auth",
    "server/config.ts",
    "server/errors.ts",
    "server/services.ts",
  ]],
  ["routes/report", ["protocol", "words", "islands"]],
  ["routes/api", [
    "routes/report",
    "server/alike",
    "server/bank",
    "server/marking",
    "protocol",
    "server/store",
    "words",
    "scoring",
    "server/attempts",
    "server/audit",
    "server/auth",
    "server/delivery",
    "server/errors.ts",
    "server/exams",
    "server/retention",
    "server/review",
    "server/room",
    "server/services.ts",
    "routes/edge",
  ]],
  ["routes/pages", [
    "protocol",
    "scoring",
    "server/store",
    "words",
    "islands",
    "server/auth",
    "server/bank",
    "server/build",
    "server/docs",
    "server/errors.ts",
    "server/exams",
    "server/services.ts",
    "routes/edge",
  ]],
  ["routes/reference", [
    "protocol",
    "words",
    "islands",
    "server/build",
    "server/errors.ts",
    "routes/edge",
    "routes/api",
    "routes/pages",
  ]],
  ["routes/ws", [
    "words",
    "protocol",
    "server/store",
    "server/message_rate.ts",
    "server/attempts",
    "server/audit",
    "server/auth",
    "server/errors.ts",
    "server/room",
    "server/services.ts",
    "server/socket_limits.ts",
    "routes/edge",
  ]],
  ["routes", [
    "words",
    "server/auth",
    "server/build",
    "server/errors.ts",
    "server/services.ts",
    "routes/edge",
    "routes/api",
    "routes/pages",
    "routes/reference",
    "routes/ws",
  ]],

  ["server/assemble.ts", [
    "server/clock",
    "server/keep_time.ts",
    "routes",
    "server/build",
    "server/cluster",
    "server/config.ts",
    "server/create_services.ts",
    "server/exams",
    "server/housekeeping.ts",
    "server/logger.ts",
    "server/services.ts",
    "server/store",
  ]],
  ["server/listener", ["protocol", "routes"]],
  ["server/start_server.ts", ["server/assemble.ts", "server/listener", "server/services.ts"]],
  ["server/workers", ["server/cluster", "server/store", "server/logger.ts", "server/start_server.ts"]],
  ["server/announce.ts", []],
  ["server/main.ts", ["server/announce.ts", "server/config.ts", "server/start_server.ts", "server/workers"]],
  ["server/serve.ts", ["server/assemble.ts"]],
  ["server/tasks", [
    "routes/api",
    "routes/report",
    "words",
    "protocol",
    "scoring",
    "server/audit",
    "server/build",
    "server/config.ts",
    "server/create_services.ts",
    "server/delivery",
    "server/errors.ts",
    "server/evidence",
    "server/exams",
    "server/start_server.ts",
    "server/psychometrics",
    "server/retention",
    "server/review",
    "server/services.ts",
    "server/store",
  ]],

  ["lab", ["protocol", "scoring", "server/psychometrics", "islands/link"]],
  ["lab/tasks", [
    "protocol",
    "scoring",
    "server/announce.ts",
    "server/start_server.ts",
    "server/exams",
    "server/attempts",
    "server/psychometrics",
    "server/alike",
    "server/tasks",
    "lab",
  ]],
];

/** Files whose loading does something: what is started. */
const ENTRIES = ["server/main.ts", "server/serve.ts"];

/** Lines of a file, at most, and in the median. */
const MOST_LINES = 300;
const MEDIAN_LINES = 70;

const FOLDERS = [...new Set(FLOORS.map(([floor]) => floor.split("/")[0]))];

function isOn(floor: string, path: string): boolean {
  return path === floor || path.startsWith(`${floor}/`);
}

/** The narrowest floor that a file is on. */
function floorOf(path: string): [string, string[]] | undefined {
  return FLOORS.filter(([floor]) => isOn(floor, path)).sort((a, b) => b[0].length - a[0].length)[0];
}

async function* sources(folder: string): AsyncIterable<string> {
  for await (const entry of Deno.readDir(join(ROOT, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

async function importsOf(path: string): Promise<string[]> {
  const text = await Deno.readTextFile(join(ROOT, path));
  // Examples in comments import as whoever reads them would.
  return [...text.replaceAll(/^ *\*.*$/gm, "").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)]
    .map(([, specifier]) => relative(ROOT, normalize(join(ROOT, dirname(path), specifier))));
}

/** Imports of every source file, by the file. */
async function importGraph(): Promise<Map<string, string[]>> {
  const graph = new Map<string, string[]>();
  for (const folder of FOLDERS) {
    for await (const path of sources(folder)) graph.set(path, await importsOf(path));
  }
  return graph;
}

/** The first circle of imports that is found, as the files along it. */
function circleIn(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  function walk(path: string): string[] | null {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    way.push(path);
    for (const target of graph.get(path) ?? []) {
      const circle = walk(target);
      if (circle !== null) return circle;
    }
    way.pop();
    done.add(path);
    return null;
  }
  for (const path of graph.keys()) {
    const circle = walk(path);
    if (circle !== null) return circle;
  }
  return null;
}

for (const folder of FOLDERS) {
  Deno.test(`[HO1] files of ${folder} import from their own floor and the floors below`, async () => {
    const wrong: string[] = [];
    for await (const path of sources(folder)) {
      const [own, below] = floorOf(path) ?? [path, []];
      for (const target of await importsOf(path)) {
        if (![own, ...below].some((floor) => isOn(floor, target))) wrong.push(`${path} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

Deno.test("[HO2] no floor names one above it, and every file is on one: nothing below the server's start imports it", async () => {
  const names = FLOORS.map(([floor]) => floor);
  for (const [at, [floor, below]] of FLOORS.entries()) {
    for (const name of below) assert.ok(names.slice(0, at).includes(name), `${floor} names ${name}`);
  }
  for (const path of (await importGraph()).keys()) assert.ok(floorOf(path), `${path} is on no floor`);
});

Deno.test("[HO7] no file imports itself by way of others", async () => {
  assert.deepEqual(circleIn(new Map([["a", ["b"]], ["b", ["c", "d"]], ["c", []], ["d", ["b"]]])), ["b", "d", "b"]);
  assert.deepEqual(circleIn(await importGraph()), null);
});

Deno.test("[HO6] no file is longer than 300 lines, and half of them have at most 70", async () => {
  const lengths: [path: string, lines: number][] = [];
  for (const folder of FOLDERS) {
    for await (const path of sources(folder)) {
      lengths.push([path, (await Deno.readTextFile(join(ROOT, path))).split("\n").length - 1]);
    }
  }
  assert.deepEqual(lengths.filter(([, lines]) => lines > MOST_LINES), []);
  const sorted = lengths.map(([, lines]) => lines).sort((a, b) => a - b);
  assert.ok(sorted[Math.floor(sorted.length / 2)] <= MEDIAN_LINES, `median ${sorted[Math.floor(sorted.length / 2)]}`);
});

Deno.test("[HO5] nothing of the product imports the lab", async () => {
  const wrong: string[] = [];
  for (const folder of FOLDERS.filter((name) => name !== "lab")) {
    for await (const path of sources(folder)) {
      for (const target of await importsOf(path)) {
        if (target.startsWith("lab/")) wrong.push(`${path} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("[HO3] nothing reads the environment or opens a store outside the server's start and the tasks", async () => {
  const wrong: string[] = [];
  for (const folder of ["protocol", "scoring", "server", "routes", "lab"]) {
    for await (const path of sources(folder)) {
      const isTask = path.startsWith("server/tasks/") || path.startsWith("lab/tasks/");
      if (ENTRIES.includes(path) || isTask || path === "server/store/open_store.ts") continue;
      const text = await Deno.readTextFile(join(ROOT, path));
      if (/\bDeno\.(env|openKv)\b/.test(text)) wrong.push(path);
      const isPure = folder === "scoring" || (folder === "lab" && !/^lab\/(students|load)\//.test(path));
      if (isPure && /\b(Date\.now|Math\.random|performance\.now)\(/.test(text)) wrong.push(path);
    }
  }
  assert.deepEqual(wrong, []);
});

/** Its types, an atomic, or a mutation that is made by hand; types of mutations are passed on everywhere. */
const KNOWS_KV = /\bDeno\.(Kv|Atomic)|\.atomic\(|import \{[^}]*\} from "[^"]*store\/(mutation|parts)\.ts"/;

Deno.test("[HO8] nothing outside the store knows Deno KV, but for what opens and closes it", async () => {
  const wrong: string[] = [];
  for (const folder of ["protocol", "scoring", "words", "server", "routes", "islands"]) {
    for await (const path of sources(folder)) {
      if (path.startsWith("server/store/")) continue;
      const text = await Deno.readTextFile(join(ROOT, path));
      if (KNOWS_KV.test(text)) wrong.push(path);
    }
  }
  assert.deepEqual(wrong, []);
});
