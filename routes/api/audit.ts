import { type AuditEntry, type AuditFilter, AuditPage, AuditQuery } from "../../protocol/staff.ts";
import type { AuditLog } from "../../server/audit/audit_log.ts";
import { auditNames } from "../../server/audit/audit_names.ts";
import { csvCell } from "../../server/marking/marks_csv.ts";
import type { Stores } from "../../server/store/stores.ts";
import { CSV_TYPE } from "../edge/file_types.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Lines of one file, at most: the newest. */
const MOST_LINES = 50_000;
const LINES_AT_ONCE = 1_000;

const COLUMNS = ["at", "who", "role", "what", "about", "name", "from", "why", "request_id"];

const encoder = new TextEncoder();

/** The audit log, for admins. */
export function auditRoutes(audit: AuditLog, stores: Stores): RestRoute[] {
  return [
    route({
      operation: "list_audit",
      summary: "The audit log, newest first: a page of it, or as CSV with format=csv all that is wanted",
      query: AuditQuery,
      answer: AuditPage,
      async handle({ query: { before, limit, format, ...filter } }) {
        if (format === "csv") {
          return {
            headers: { "content-disposition": 'attachment; filename="audit.csv"' },
            file: { content: encoder.encode(await auditCsv(audit, stores, filter)), type: CSV_TYPE, isHashed: false },
          };
        }
        const page = await audit.page(before, limit, filter);
        return { body: { ...page, names: await auditNames(stores, page.entries) } };
      },
    }),
  ];
}

/** Lines as CSV (RFC 4180), newest first, with a byte order mark, without which spreadsheets garble names. */
async function auditCsv(audit: AuditLog, stores: Stores, filter: AuditFilter): Promise<string> {
  const lines = [COLUMNS.join(",")];
  let before: string | undefined;
  do {
    const { entries, next } = await audit.page(before, LINES_AT_ONCE, filter);
    const names = await auditNames(stores, entries);
    for (const entry of entries) lines.push(lineOf(entry, names[entry.about ?? ""] ?? null));
    before = next ?? undefined;
  } while (before !== undefined && lines.length <= MOST_LINES);
  return "\ufeff" + lines.slice(0, MOST_LINES + 1).map((line) => line + "\r\n").join("");
}

function lineOf({ at, who, role, what, about, from, why, request_id }: AuditEntry, name: string | null): string {
  return [new Date(at).toISOString(), who, role, what, about, name, from, why, request_id].map(csvCell).join(",");
}
