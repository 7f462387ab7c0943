import { InvitationPage } from "../../islands/proctor/invitation_page.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import type { Words } from "../../words/words.ts";
import { renderDocument } from "./document.tsx";
import { VisitorHeader } from "./visitor_header.tsx";

/** `GET /invitation` as HTML. */
export function renderInvitation({ manifest, words }: { manifest: Manifest; words: Words }): string {
  return renderDocument({
    title: words.sentences.invitation.pageTitle,
    manifest,
    script: "invitation",
    words,
    groups: ["calls", "invitation", "newPassword"],
    data: {},
    header: <VisitorHeader place="staff" />,
    children: <InvitationPage />,
  });
}
