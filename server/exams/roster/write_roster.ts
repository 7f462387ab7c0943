import type { Accommodations } from "../../../protocol/exam.ts";
import type { RosterLine } from "../../../protocol/roster.ts";
import { cell } from "../transfer/csv/csv_cell.ts";

/** Each column with what stands in it. All but the last two come back as they went. */
const COLUMNS: Readonly<Record<string, (line: RosterLine, given: Partial<Accommodations>) => string>> = {
  number: ({ number }) => number ?? "",
  name: ({ name }) => name,
  group: ({ group }) => group ?? "",
  extra_time: (_, { extra_time_percent = 0, extra_time_minutes = 0 }) =>
    [
      ...(extra_time_percent > 0 ? [`${extra_time_percent}%`] : []),
      ...(extra_time_minutes > 0 ? [`${extra_time_minutes} min`] : []),
    ].join(" + "),
  breaks: (_, { breaks }) =>
    breaks
      ? `${breaks.count === undefined ? "" : `${breaks.count} x `}${breaks.minutes} min${
        breaks.by_student ? " self" : ""
      }`
      : "",
  technologies: (_, { technologies = [] }) => technologies.join(" | "),
  muted: (_, { muted = [] }) => muted.join(" | "),
  opens_at: ({ opens_at }) => opens_at ?? "",
  closes_at: ({ closes_at }) => closes_at ?? "",
  reason: ({ reason }) => reason ?? "",
  state: ({ state }) => state,
  student_id: ({ student_id }) => student_id,
};

/** A roster as a table, without tokens: those are kept nowhere. Nothing in it is calculated by a spreadsheet. */
export function rosterCsv(lines: readonly RosterLine[]): string {
  const header = Object.keys(COLUMNS).join(",");
  const rows = lines.map((line) =>
    Object.values(COLUMNS).map((write) => cell(write(line, line.accommodations ?? {}))).join(",")
  );
  return [header, ...rows].map((row) => `${row}\r\n`).join("");
}
