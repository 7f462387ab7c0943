import type { RosterLine } from "../../protocol/roster.ts";

/** What somebody looks for in a list; empty for everybody. */
interface Wanted {
  search: string;
  /** `=` and the group's name, which may be empty. */
  group: string;
  state: string;
}

/** Case, accents and spaces are no difference to who looks for a name. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether a student is among those who are looked for: every word stands in name or number. */
export function fits(student: Pick<RosterLine, "name" | "number" | "group" | "state">, wanted: Wanted): boolean {
  if (wanted.group !== "" && wanted.group !== `=${student.group ?? ""}`) return false;
  if (wanted.state !== "" && wanted.state !== student.state) return false;
  const text = plain(`${student.name} ${student.number ?? ""}`);
  return plain(wanted.search).split(/\s+/).every((word) => text.includes(word));
}
