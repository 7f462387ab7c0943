import { SessionAnswer } from "../../protocol/session.ts";
import { AcceptInvitationBody, InviteAnswer, InviteBody, StaffList } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import type { Auth } from "../../server/auth/auth.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { heldSession, sessionOrigin, signedInReply } from "./session.ts";

/** Accounts of staff, for admins, and the one door for invited ones. */
export function staffAdminRoutes(auth: Auth): RestRoute[] {
  return [
    route({
      operation: "list_staff",
      summary: "All accounts of staff, by name",
      answer: StaffList,
      async handle() {
        const records = await auth.staff.list();
        return {
          body: records.map((record) => ({
            staff_id: record.staffId,
            username: record.username,
            role: record.role,
            disabled: record.disabledAt !== null,
            totp: record.totp !== null,
            must_change_password: record.mustChangePassword,
            created_at: record.createdAt,
            last_login_at: record.lastLoginAt,
          })),
        };
      },
    }),
    route({
      operation: "invite_staff",
      summary: "Invite somebody to an account, or a disabled account back",
      body: InviteBody,
      answer: InviteAnswer,
      status: 201,
      async handle({ principal, body, address, requestId }) {
        const { username, role, exam_ids: examIds } = body;
        const actor = actorOf(principal, address, requestId);
        const { token, expiresAt } = await auth.invitations.invite(actor, { username, role, examIds });
        return { body: { token, expires_at: expiresAt } };
      },
    }),
    route({
      operation: "accept_invitation",
      summary: "Accept an invitation with a password and sign in",
      body: AcceptInvitationBody,
      asTyped: ["password"],
      answer: SessionAnswer,
      status: 201,
      async handle(call) {
        const { body, request, requestId } = call;
        const held = heldSession(auth, request);
        const { token, password } = body;
        const opened = await auth.invitations.accept(token, password, sessionOrigin(call), requestId, held);
        return signedInReply(auth, call, opened);
      },
    }),
    route({
      operation: "disable_staff",
      summary: "Disable an account and end its sessions",
      async handle({ principal, params, address, requestId }) {
        const admin = requireStaff(principal);
        await auth.accounts.disable(actorOf(principal, address, requestId), admin.staffId, params.staff_id);
        return {};
      },
    }),
  ];
}
