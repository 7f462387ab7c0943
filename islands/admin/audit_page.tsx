import { z } from "zod";
import { ExamSummary } from "../../protocol/exam_list.ts";
import { PageFrame } from "../components/page_frame.tsx";
import { useWords } from "../components/speech.tsx";
import { Viewer } from "../staff/viewer.ts";
import { AdminTabs } from "./admin_tabs.tsx";
import { AuditList } from "./audit_list.tsx";

/** What the page of the audit log starts from. */
export const AuditData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type AuditData = z.infer<typeof AuditData>;

/** Every action of staff and system. */
export function AuditLogPage({ exams }: AuditData) {
  const words = useWords("admin");
  return (
    <PageFrame title={words.title} lead={words.leads.audit}>
      <AdminTabs current="audit" />
      <AuditList exams={exams} />
    </PageFrame>
  );
}
