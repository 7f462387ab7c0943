import { type AdminData, AdminPage } from "../../islands/proctor/admin_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /admin` as HTML. */
export function renderAdmin({ manifest, words, ...data }: StaffPageProps & AdminData): string {
  return renderStaffPage({
    title: words.sentences.admin.title,
    manifest,
    words,
    viewer: data.viewer,
    current: "/admin",
    script: "admin",
    groups: ["admin", "roles"],
    data,
    children: <AdminPage {...data} />,
  });
}
