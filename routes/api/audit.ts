import { AuditPage, AuditQuery } from "../../protocol/staff.ts";
import type { Auth } from "../../server/auth/auth.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** The audit log, for admins. */
export function auditRoutes({ audit }: Auth): RestRoute[] {
  return [
    route({
      operation: "list_audit",
      summary: "A page of the audit log, newest first",
      query: AuditQuery,
      answer: AuditPage,
      async handle({ query }) {
        return { body: await audit.page(query.before, query.limit) };
      },
    }),
  ];
}
