import { z } from "zod";
import { AlertBox } from "../components/alert_box.tsx";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { ChangePassword } from "./change_password.tsx";
import { SecondFactor } from "./second_factor.tsx";
import { SessionList } from "./session_list.tsx";
import { Viewer } from "./viewer.ts";

/** What the account's page starts from. */
export const AccountData = z.strictObject({ viewer: Viewer, totp: z.boolean() });
export type AccountData = z.infer<typeof AccountData>;

/** The own account: password, second factor, and where it is signed in. */
export function AccountPage({ viewer, totp }: AccountData) {
  return (
    <PageFrame
      title="Account"
      lead={viewer.username === viewer.role ? viewer.username : `${viewer.username}, ${viewer.role}`}
    >
      {viewer.must_change_password && (
        <AlertBox tone="warning" title="Choose your own password first">
          You signed in with a password that was printed. Everything else opens once you have replaced it.
        </AlertBox>
      )}
      <PagePart title="Password" lead="Changing it signs out every other session.">
        <ChangePassword isForced={viewer.must_change_password} />
      </PagePart>
      {!viewer.must_change_password && (
        <>
          <PagePart title="One-time codes" lead="A second factor: a code from an authenticator app when you sign in.">
            <SecondFactor initial={totp} />
          </PagePart>
          <PagePart title="Sessions" lead="Where this account is signed in.">
            <SessionList />
          </PagePart>
        </>
      )}
    </PageFrame>
  );
}
