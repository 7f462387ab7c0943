import { join } from "node:path";
import type { z } from "zod";
import { ArgumentationSession } from "./argumentation.ts";
import { CoauthorSession } from "./coauthor.ts";
import { delbotJson, DelbotTrajectory } from "./delbot.ts";
import { ESSAY_COLUMNS, EssayRow } from "./essays.ts";

/** The data sets that models are trained and evaluated on; a list is empty where its file is missing. */
export interface DataSets {
  essays: EssayRow[];
  sessions: CoauthorSession[];
  trajectories: DelbotTrajectory[];
  /** Essays whose key-ups were recorded. */
  argumentation: ArgumentationSession[];
  /** What could not be read: a file, or a line and its field, in words. */
  problems: string[];
}

/** Where each data set lies in the folder. */
const DATA_FILES = {
  essays: "transcription-detection/essays.csv",
  sessions: "coauthor/sessions.ndjson",
  trajectories: "delbot-mouse/trajectories.ndjson",
  argumentation: "argumentation/sessions.ndjson",
} as const;

/** A line longer than this is not read, in characters. */
const MOST_LINE = 8 * 1024 * 1024;

/**
 * Reads the data sets found in a folder. A missing file, a bad line or a bad field is named in `problems`; everything
 * else is read all the same.
 *
 * @param folder As `deno task evaluate --data` is given it.
 */
export async function readDataSets(folder: string): Promise<DataSets> {
  const problems: string[] = [];
  const [essays, sessions, trajectories, argumentation] = [
    await readTable(join(folder, DATA_FILES.essays), DATA_FILES.essays, problems),
    await readRecords(
      join(folder, DATA_FILES.sessions),
      DATA_FILES.sessions,
      CoauthorSession,
      (line) => line,
      problems,
    ),
    await readRecords(
      join(folder, DATA_FILES.trajectories),
      DATA_FILES.trajectories,
      DelbotTrajectory,
      delbotJson,
      problems,
    ),
    await readRecords(
      join(folder, DATA_FILES.argumentation),
      DATA_FILES.argumentation,
      ArgumentationSession,
      (line) => line,
      problems,
    ),
  ];
  return { essays, sessions, trajectories, argumentation, problems };
}

async function readText(path: string, name: string, problems: string[]): Promise<string[] | null> {
  try {
    const text = await Deno.readTextFile(path);
    return text.split(/\r?\n/);
  } catch (error) {
    problems.push(`${name}: ${error instanceof Deno.errors.NotFound ? "there is no such file" : message(error)}`);
    return null;
  }
}

async function readRecords<T>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
  json: (line: string) => string,
  problems: string[],
): Promise<T[]> {
  const lines = await readText(path, name, problems);
  if (lines === null) return [];
  const records: T[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === "") return;
    const where = `${name}, line ${index + 1}`;
    if (line.length > MOST_LINE) {
      problems.push(`${where}: longer than ${MOST_LINE} characters`);
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(json(line));
    } catch (error) {
      problems.push(`${where}: is not JSON (${message(error)})`);
      return;
    }
    keep(schema, value, where, records, problems);
  });
  if (records.length === 0) problems.push(`${name}: holds no line that can be read`);
  return records;
}

async function readTable(path: string, name: string, problems: string[]): Promise<EssayRow[]> {
  const lines = await readText(path, name, problems);
  if (lines === null) return [];
  const header = cells(lines[0]);
  const missing = ESSAY_COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    problems.push(`${name}, line 1: the column ${missing.join(", ")} is missing`);
    return [];
  }
  const rows: EssayRow[] = [];
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === "") return;
    const where = `${name}, line ${index + 2}`;
    const values = cells(line);
    if (values.length !== header.length) {
      problems.push(`${where}: has ${values.length} fields where the header has ${header.length}`);
      return;
    }
    const row = Object.fromEntries(header.map((column, place) => [column, values[place]]));
    keep(EssayRow, row, where, rows, problems);
  });
  if (rows.length === 0) problems.push(`${name}: holds no row that can be read`);
  return rows;
}

function keep<T>(schema: z.ZodType<T>, value: unknown, where: string, into: T[], problems: string[]): void {
  const answer = schema.safeParse(value);
  if (answer.success) {
    into.push(answer.data);
    return;
  }
  const [issue] = answer.error.issues;
  problems.push(`${where}: ${issue.path.join(".") || "the line"}: ${issue.message}`);
}

/** Cells of a line of comma-separated values; quoted ones may hold commas and doubled quotes. */
function cells(line: string): string[] {
  const result: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (isQuoted && character === '"' && line[index + 1] === '"') {
      cell += '"';
      index++;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === "," && !isQuoted) {
      result.push(cell);
      cell = "";
    } else cell += character;
  }
  result.push(cell);
  return result.map((value, place) => place === 0 ? value.replace(/^\uFEFF/, "") : value);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
