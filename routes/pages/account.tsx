import { type AccountData, AccountPage } from "../../islands/proctor/account_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /account` as HTML. */
export function renderAccount({ manifest, words, ...data }: StaffPageProps & AccountData): string {
  return renderStaffPage({
    title: words.sentences.account.title,
    manifest,
    words,
    viewer: data.viewer,
    current: "/account",
    script: "account",
    groups: ["account", "newPassword", "roles"],
    data,
    children: <AccountPage {...data} />,
  });
}
