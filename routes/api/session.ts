import type { z } from "zod";
import { SessionAnswer, SessionBody } from "../../protocol/session.ts";
import { SessionInfo, StaffSessions } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import type { Auth } from "../../server/auth/auth.ts";
import { SESSION_MAX_MS, type SessionOrigin } from "../../server/auth/sessions.ts";
import type { SignedIn } from "../../server/auth/sign_in.ts";
import { Refusal } from "../../server/errors.ts";
import { type Call, type JsonReply, type RestRoute, route } from "../edge/route.ts";
import { deviceCookie } from "../edge/device_cookie.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { clearedSessionCookie, readSessionCookie, sessionCookie } from "../edge/session_cookie.ts";

/** Where a new session is opened from. */
export function sessionOrigin({ request, address }: Call): SessionOrigin {
  return { address, userAgent: request.headers.get("user-agent") ?? "" };
}

/** Id of the session that the asking browser has by now: it ends when a new one begins. */
export function heldSession(auth: Auth, request: Request): string | null {
  const cookie = readSessionCookie(request);
  return cookie === null ? null : auth.sessions.idOf(cookie);
}

/** The answer to a login: the token for machines, the cookies for browsers, one of which says that the account was here. */
export function signedInReply(
  { devices }: Auth,
  { device, mustBeSecure }: Call,
  { token, role, expiresAt, staffId }: SignedIn,
): JsonReply<z.infer<typeof SessionAnswer>> {
  const isSecure = mustBeSecure();
  return {
    headers: {
      "set-cookie": [
        sessionCookie(token, SESSION_MAX_MS, isSecure),
        deviceCookie(devices.token(device(), staffId), isSecure),
      ],
    },
    body: { token, role, expires_at: expiresAt },
  };
}

/** Signing in and out, and the own sessions. */
export function sessionRoutes(auth: Auth): RestRoute[] {
  return [
    route({
      operation: "create_session",
      summary: "Sign in as staff",
      body: SessionBody,
      asTyped: ["password"],
      answer: SessionAnswer,
      async handle(call) {
        const { body, request, requestId } = call;
        const held = heldSession(auth, request);
        const opened = await auth.signIn.signIn(body, sessionOrigin(call), requestId, held, call.device());
        return signedInReply(auth, call, opened);
      },
    }),
    route({
      operation: "get_session",
      summary: "Who is signed in here",
      answer: SessionInfo,
      async handle({ principal }) {
        const { sessionId } = requireStaff(principal);
        const resolved = await auth.sessions.resolve(sessionId);
        if (resolved === null) throw new Refusal("unauthorized", "sign_in_first");
        const { account, session } = resolved;
        return {
          body: {
            session_id: sessionId,
            username: account.username,
            role: account.role,
            must_change_password: account.mustChangePassword,
            totp: account.totp !== null,
            expires_at: session.expiresAt,
          },
        };
      },
    }),
    route({
      operation: "delete_session",
      summary: "Sign out",
      async handle({ principal, mustBeSecure, address, requestId }) {
        const { staffId, sessionId, username } = requireStaff(principal);
        const actor = actorOf(principal, address, requestId);
        const line = auth.audit.line({ ...actor, what: "sign_out", about: `staff:${username}` });
        await auth.sessions.end(staffId, sessionId, line);
        return { headers: { "set-cookie": clearedSessionCookie(mustBeSecure()) } };
      },
    }),
    route({
      operation: "list_sessions",
      summary: "The own account's signed-in browsers and machines",
      answer: StaffSessions,
      async handle({ principal }) {
        const own = requireStaff(principal);
        const sessions = await auth.sessions.list(own.staffId);
        return {
          body: sessions.map((session) => ({
            session_id: session.sessionId,
            created_at: session.createdAt,
            last_used_at: session.lastUsedAt,
            expires_at: session.expiresAt,
            address: session.address,
            user_agent: session.userAgent,
            current: session.sessionId === own.sessionId,
          })),
        };
      },
    }),
    route({
      operation: "revoke_session",
      summary: "End one of the own account's sessions",
      async handle({ principal, params, address, requestId }) {
        const { staffId, username } = requireStaff(principal);
        const actor = actorOf(principal, address, requestId);
        const line = auth.audit.line({ ...actor, what: "revoke_session", about: `staff:${username}` });
        const isEnded = await auth.sessions.end(staffId, params.session_id, line);
        if (!isEnded) throw new Refusal("not_found", "no_such_session");
        return {};
      },
    }),
  ];
}
