import { type AdminData, AdminPage } from "../../islands/proctor/admin_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /admin` as HTML. */
export function renderAdmin({ manifest, ...data }: StaffPageProps & AdminData): string {
  return renderStaffPage({
    title: "Admin",
    manifest,
    viewer: data.viewer,
    current: "/admin",
    script: "admin",
    data,
    children: <AdminPage {...data} />,
  });
}
