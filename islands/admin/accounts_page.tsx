import { z } from "zod";
import { ExamSummary } from "../../protocol/exam_list.ts";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { useWords } from "../components/speech.tsx";
import { Viewer } from "../staff/viewer.ts";
import { AdminTabs } from "./admin_tabs.tsx";
import { OperationPart } from "./operation_part.tsx";
import { StaffAccounts } from "./staff_accounts.tsx";

/** What the page of accounts starts from. */
export const AdminData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type AdminData = z.infer<typeof AdminData>;

/** What an admin has to decide, the accounts, and invitations. */
export function AccountsPage({ viewer, exams }: AdminData) {
  const words = useWords("admin");
  return (
    <PageFrame title={words.title} lead={words.leads.accounts}>
      <AdminTabs current="accounts" />
      <OperationPart />
      <PagePart title={words.staff.title}>
        <StaffAccounts ownName={viewer.username} exams={exams} />
      </PagePart>
    </PageFrame>
  );
}
