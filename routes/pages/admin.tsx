import type { ComponentChildren } from "preact";
import { AccountsPage, type AdminData } from "../../islands/admin/accounts_page.tsx";
import { type AuditData, AuditLogPage } from "../../islands/admin/audit_page.tsx";
import { type ServerData, ServerPage } from "../../islands/admin/server_page.tsx";
import type { StaffScript } from "../../islands/staff/help.ts";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /admin` as HTML. */
export function renderAccounts(props: StaffPageProps & AdminData): string {
  const { manifest: _manifest, words: _words, ...data } = props;
  return renderAdminPage(props, "accounts", "admin", data, <AccountsPage {...data} />);
}

/** `GET /admin/server` as HTML. */
export function renderServer(props: StaffPageProps & ServerData): string {
  const { manifest: _manifest, words: _words, ...data } = props;
  return renderAdminPage(props, "server", "admin_server", data, <ServerPage {...data} />);
}

/** `GET /admin/audit` as HTML. */
export function renderAudit(props: StaffPageProps & AuditData): string {
  const { manifest: _manifest, words: _words, ...data } = props;
  return renderAdminPage(props, "audit", "admin_audit", data, <AuditLogPage {...data} />);
}

function renderAdminPage(
  { manifest, words, viewer }: StaffPageProps,
  tab: "accounts" | "server" | "audit",
  script: StaffScript,
  data: object,
  children: ComponentChildren,
): string {
  return renderStaffPage({
    title: `${words.sentences.admin.tabs[tab]} · ${words.sentences.admin.title}`,
    manifest,
    words,
    viewer,
    current: "/admin",
    script,
    groups: ["admin", "roles"],
    data,
    children,
  });
}
