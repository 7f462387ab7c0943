import { z } from "zod";
import { ExamSummary } from "../../protocol/exam_list.ts";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AuditList } from "./audit_list.tsx";
import { MetricsTable, READ_EVERY_MS } from "./metrics_table.tsx";
import { OperationPart } from "./operation_part.tsx";
import { StaffAccounts } from "./staff_accounts.tsx";
import { Viewer } from "../staff/viewer.ts";

/** What the admin page starts from. */
export const AdminData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type AdminData = z.infer<typeof AdminData>;

/** Accounts, the audit log, and what the server measures of itself. */
export function AdminPage({ viewer, exams }: AdminData) {
  const { speaker } = useSpeech();
  const words = useWords("admin");
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <OperationPart />
      <PagePart title={words.staff.title}>
        <StaffAccounts ownName={viewer.username} exams={exams} />
      </PagePart>
      <PagePart title={words.figures.title} lead={speaker.say(words.figures.lead, { n: READ_EVERY_MS / 1_000 })}>
        <MetricsTable />
      </PagePart>
      <PagePart title={words.audit.title} lead={words.audit.lead}>
        <AuditList />
      </PagePart>
    </PageFrame>
  );
}
