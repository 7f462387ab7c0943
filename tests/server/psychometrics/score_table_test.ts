import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { type ScoreFigures, scoreFigures, ScoreTable } from "../../../server/psychometrics/score_table.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FIXTURE = "tests/fixtures/psychometrics.json";

/** What the independent package's figures may differ by, of themselves: they are given with eight digits. */
const PRECISION = 1e-5;

interface Reference {
  copying: ScoreFigures["copying"];
  person_fit: ScoreFigures["person_fit"];
}

async function psychometrics(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", "server/tasks/psychometrics.ts", ...args],
    cwd: ROOT,
  });
  const { code, stdout, stderr } = await command.output();
  return { code, out: new TextDecoder().decode(stdout), said: new TextDecoder().decode(stderr) };
}

function assertSame(own: object, reference: object, what: string): void {
  const figures = new Map<string, unknown>(Object.entries(own));
  for (const [name, wanted] of Object.entries(reference)) {
    const got = figures.get(name);
    if (typeof wanted !== "number") assert.equal(got, wanted, `${what}: ${name}`);
    else {
      assert.ok(typeof got === "number", `${what}: ${name}`);
      assert.ok(Math.abs(got - wanted) <= PRECISION * Math.abs(wanted), `${what}: ${name} is ${got}, not ${wanted}`);
    }
  }
}

Deno.test("[AK1] the figures of answer copying, person fit and times are those of an independent package", async () => {
  const text = await Deno.readTextFile(`${ROOT}${FIXTURE}`);
  const reference: Reference = JSON.parse(text);
  const { copying, person_fit } = scoreFigures(ScoreTable.parse(JSON.parse(text)));
  assert.equal(copying.length, 60 * 59);
  const byPair = new Map(copying.map((line) => [line.pair, line]));
  assert.ok(reference.copying.length >= 8);
  for (const line of reference.copying) assertSame(byPair.get(line.pair) ?? {}, line, `pair ${line.pair}`);
  assert.equal(person_fit.length, reference.person_fit.length);
  reference.person_fit.forEach((line, index) => assertSame(person_fit[index], line, `person ${line.person}`));
});

Deno.test("[AK1] deno task psychometrics prints the same figures, with null for times that are not there", async () => {
  const { code, out } = await psychometrics(FIXTURE);
  assert.equal(code, 0);
  const table = ScoreTable.parse(JSON.parse(await Deno.readTextFile(`${ROOT}${FIXTURE}`)));
  assert.deepEqual(JSON.parse(out), scoreFigures(table));
  const { person_fit } = scoreFigures({ ...table, log_seconds: undefined });
  assert.equal(person_fit[0].response_time, null);
  assert.equal(person_fit[0].lz, scoreFigures(table).person_fit[0].lz);
});

Deno.test("[AK2] a file that is no table of scores is refused with the path of each field", async () => {
  const folder = await Deno.makeTempDir({ prefix: "invigil-psychometrics-" });
  const item = { a: 1, b: 0, alpha: 2, beta: 3 };
  const cases: [content: unknown, said: RegExp][] = [
    ["{", /is not JSON/],
    [[], /the whole: /],
    [{ scores: [[1]] }, /: items: /],
    [{ items: [item], scores: [[1], [2]] }, /: scores\.1\.0: /],
    [{ items: [item], scores: [[1, 0]] }, /: scores\.0: has 2 scores for 1 items/],
    [{ items: [{ ...item, a: 0 }], scores: [[1]] }, /: items\.0\.a: must not be 0/],
    [{ items: [{ ...item, alpha: -1 }], scores: [[1]] }, /: items\.0\.alpha: /],
    [{ items: [{ a: 1, b: 0 }], scores: [[1]], log_seconds: [[2]] }, /: items\.0\.alpha: is needed/],
    [{ items: [item], scores: [[1]], log_seconds: [] }, /: log_seconds: has times of 0 persons/],
    [{ items: [item], scores: [[1]], log_seconds: [[]] }, /: log_seconds\.0: has 0 times for 1 items/],
    [{ items: [item], scores: [[1]], log_seconds: [["3"]] }, /: log_seconds\.0\.0: /],
  ];
  try {
    const path = `${folder}/table.json`;
    for (const [content, said] of cases) {
      await Deno.writeTextFile(path, typeof content === "string" ? content : JSON.stringify(content));
      const answer = await psychometrics(path);
      assert.equal(answer.code, 2, String(said));
      assert.equal(answer.out, "");
      assert.match(answer.said, said);
    }
    assert.match((await psychometrics(`${folder}/none`)).said, /No such file/);
    assert.match((await psychometrics()).said, /Usage/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
