import { InvitationPage } from "../../islands/proctor/invitation_page.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";

/** `GET /invitation` as HTML. */
export function renderInvitation({ manifest }: { manifest: Manifest }): string {
  return renderDocument({
    title: "Choose a password",
    manifest,
    script: "invitation",
    data: {},
    children: <InvitationPage />,
  });
}
