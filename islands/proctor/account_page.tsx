import { z } from "zod";
import { AlertBox } from "../components/alert_box.tsx";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { ChangePassword } from "./change_password.tsx";
import { SecondFactor } from "./second_factor.tsx";
import { SessionList } from "./session_list.tsx";
import { Viewer } from "../staff/viewer.ts";

/** What the account's page starts from. */
export const AccountData = z.strictObject({ viewer: Viewer, totp: z.boolean() });
export type AccountData = z.infer<typeof AccountData>;

/** The own account: password, second factor, and where it is signed in. */
export function AccountPage({ viewer, totp }: AccountData) {
  const { speaker } = useSpeech();
  const words = useWords("account");
  const roles = useWords("roles");
  return (
    <PageFrame
      title={words.title}
      lead={viewer.username === viewer.role
        ? viewer.username
        : speaker.say(words.lead, { name: viewer.username, role: roles[viewer.role] })}
    >
      {viewer.must_change_password && (
        <AlertBox tone="warning" title={words.forced}>
          {words.forcedLead}
        </AlertBox>
      )}
      <PagePart title={words.password.title} lead={words.password.lead}>
        <ChangePassword isForced={viewer.must_change_password} />
      </PagePart>
      {!viewer.must_change_password && (
        <>
          <PagePart title={words.codes.title} lead={words.codes.lead}>
            <SecondFactor initial={totp} />
          </PagePart>
          <PagePart title={words.sessions.title} lead={words.sessions.lead}>
            <SessionList />
          </PagePart>
        </>
      )}
    </PageFrame>
  );
}
