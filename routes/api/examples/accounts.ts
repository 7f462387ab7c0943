import type { z } from "zod";
import type { SessionBody } from "../../../protocol/session.ts";
import type {
  AcceptInvitationBody,
  ConfirmTotpBody,
  DeleteTotpBody,
  InviteBody,
  PasswordBody,
  StartTotpBody,
} from "../../../protocol/staff.ts";
import type { ExampleGroup } from "./example.ts";

/** What the invited account chooses, and what it changes that to. */
const [FIRST_PASSWORD, SECOND_PASSWORD] = ["a-password-of-her-own", "another-of-her-own"];

export const ACCOUNTS: ExampleGroup = {
  tag: "accounts",
  title: "Signing in and accounts",
  lead: "A token for a machine, and the accounts of staff.",
  examples: [
    {
      operation: "create_session",
      body: { username: "admin", password: "{password}" } satisfies z.input<typeof SessionBody>,
      keeps: { token: "token" },
    },
    {
      operation: "create_session",
      title: "A password that is not right",
      body: { username: "admin", password: "not-the-password" } satisfies z.input<typeof SessionBody>,
    },
    { operation: "get_session" },
    {
      operation: "start_totp",
      body: { password: "{password}" } satisfies z.input<typeof StartTotpBody>,
      keeps: { totp_secret: "secret" },
    },
    {
      operation: "confirm_totp",
      body: { code: "{one_time_code}" } satisfies z.input<typeof ConfirmTotpBody>,
    },
    {
      operation: "delete_totp",
      body: { password: "{password}" } satisfies z.input<typeof DeleteTotpBody>,
    },
    {
      operation: "invite_staff",
      body: { username: "amina", role: "proctor" } satisfies z.input<typeof InviteBody>,
      keeps: { invitation: "token" },
    },
    {
      operation: "accept_invitation",
      body: { token: "{invitation}", password: FIRST_PASSWORD } satisfies z.input<typeof AcceptInvitationBody>,
      keeps: { amina_token: "token" },
    },
    {
      operation: "change_password",
      as: "amina_token",
      body: { current: FIRST_PASSWORD, next: SECOND_PASSWORD } satisfies z.input<typeof PasswordBody>,
    },
    { operation: "list_sessions", as: "amina_token", keeps: { session_id: "0.session_id" } },
    { operation: "revoke_session", as: "amina_token" },
    { operation: "delete_session", as: "spare_token" },
    { operation: "list_staff", keeps: { staff_id: "1.staff_id" } },
    { operation: "disable_staff" },
  ],
};
