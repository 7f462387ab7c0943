import { ConfirmTotpBody, DeleteTotpBody, PasswordBody, StartTotpAnswer, StartTotpBody } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import type { Auth } from "../../server/auth/auth.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** The own account: password and second factor. */
export function accountRoutes({ accounts, secondFactor }: Auth): RestRoute[] {
  return [
    route({
      operation: "change_password",
      summary: "Change the own password; every other session of the account is ended",
      body: PasswordBody,
      asTyped: ["current", "next"],
      async handle({ principal, body, address, requestId }) {
        const actor = actorOf(principal, address, requestId);
        await accounts.changePassword(actor, requireStaff(principal), body.current, body.next);
        return {};
      },
    }),
    route({
      operation: "start_totp",
      summary: "Begin the set-up of a second factor",
      body: StartTotpBody,
      asTyped: ["password"],
      answer: StartTotpAnswer,
      async handle({ principal, body, address, requestId }) {
        const actor = actorOf(principal, address, requestId);
        return { body: await secondFactor.start(actor, requireStaff(principal).staffId, body.password) };
      },
    }),
    route({
      operation: "confirm_totp",
      summary: "Confirm the second factor by a first code",
      body: ConfirmTotpBody,
      async handle({ principal, body, address, requestId }) {
        const actor = actorOf(principal, address, requestId);
        await secondFactor.confirm(actor, requireStaff(principal).staffId, body.code);
        return {};
      },
    }),
    route({
      operation: "delete_totp",
      summary: "Remove the second factor",
      body: DeleteTotpBody,
      asTyped: ["password"],
      async handle({ principal, body, address, requestId }) {
        const actor = actorOf(principal, address, requestId);
        await secondFactor.remove(actor, requireStaff(principal).staffId, body.password);
        return {};
      },
    }),
  ];
}
