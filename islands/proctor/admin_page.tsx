import { z } from "zod";
import { ExamSummary } from "../../protocol/rest.ts";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { AuditList } from "./audit_list.tsx";
import { MetricsTable } from "./metrics_table.tsx";
import { StaffAccounts } from "./staff_accounts.tsx";
import { Viewer } from "./viewer.ts";

/** What the admin page starts from. */
export const AdminData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type AdminData = z.infer<typeof AdminData>;

/** Accounts, the audit log, and what the server measures of itself. */
export function AdminPage({ viewer, exams }: AdminData) {
  return (
    <PageFrame title="Admin" lead="Accounts, the audit log and the server's own figures.">
      <PagePart title="Staff">
        <StaffAccounts ownName={viewer.username} exams={exams} />
      </PagePart>
      <PagePart title="Server" lead="Read every 5 seconds.">
        <MetricsTable />
      </PagePart>
      <PagePart title="Audit log" lead="Every action of staff and system, newest first. Nothing here can be changed.">
        <AuditList />
      </PagePart>
    </PageFrame>
  );
}
