import { type AccountData, AccountPage } from "../../islands/proctor/account_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /account` as HTML. */
export function renderAccount({ manifest, ...data }: StaffPageProps & AccountData): string {
  return renderStaffPage({
    title: "Account",
    manifest,
    viewer: data.viewer,
    current: "/account",
    script: "account",
    data,
    children: <AccountPage {...data} />,
  });
}
