/**
 * `deno run -A lab/tasks/alike_sizes.ts [--seed N] [--exams N]`: how the indices of answers alike behave in simulated exams of
 * several sizes, as the tables of docs/psychometrics.md. The same seed prints the same tables.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { createRandom } from "../../scoring/models/random.ts";
import { type SizeFigures, sizeFigures } from "../alike/size_figures.ts";

const ITEMS = [10, 20, 40];
const PERSONS = [10, 20, 30, 50, 100, 200, 400];
/** People in all exams of a size together, at least. */
const PEOPLE = 2_000;

interface Column {
  title: string;
  of(figures: SizeFigures): number;
}

function columnsOf(index: string, names: readonly string[], level: number): Column[] {
  return names.flatMap((name): Column[] => [
    { title: `${name}: by chance`, of: (figures) => figures.falseRate(`${index} ${name}`, level) },
    { title: "found", of: (figures) => figures.foundRate(`${index} ${name}`, level) },
  ]);
}

const WAYS = ["known", "2pl", "rasch", "none"];
const TABLES: [title: string, columns: Column[]][] = [
  ["Same answers (without parameters: same wrong answers), p ≤ 0.1 %, of pairs", columnsOf("same", WAYS, 0.001)],
  ["Longest run of the same answers, p ≤ 0.1 %, of pairs", columnsOf("run", ["none"], 0.001)],
  ["Right and wrong answers that do not fit, p ≤ 1 %, of persons", columnsOf("fit", WAYS, 0.01)],
  ["Fast and right, p ≤ 1 %, of persons", columnsOf("fast", WAYS, 0.01)],
  ["Times that do not follow the questions', p ≤ 1 %, of persons", columnsOf("times", ["none"], 0.01)],
];

function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(share < 0.01 ? 2 : share < 0.1 ? 1 : 0)} %`;
}

function main(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: "string" }, exams: { type: "string" } } });
  const seed = Number(values.seed ?? 1);
  for (const wrongSlopes of [0, 0.5]) {
    const sizes = ITEMS.flatMap((items) =>
      PERSONS.map((persons) => {
        const exams = Number(values.exams ?? Math.ceil(PEOPLE / persons));
        const random = createRandom(seed + 1_000 * items + persons);
        return { items, persons, figures: sizeFigures(random, { persons, items, wrongSlopes }, exams) };
      })
    );
    console.log(
      `## ${wrongSlopes === 0 ? "Wrong answers as the model has them" : "The able choose other wrong answers"}\n`,
    );
    for (const [title, columns] of TABLES) {
      console.log(`${title}:\n`);
      console.log(row(["questions", "persons", ...columns.map((column) => column.title)]));
      console.log(row(["questions", "persons", ...columns.map(() => "")].map(() => "---:")));
      for (const { items, persons, figures } of sizes) {
        console.log(row([String(items), String(persons), ...columns.map(({ of }) => percent(of(figures)))]));
      }
      console.log("");
    }
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

if (import.meta.main) main(Deno.args);
