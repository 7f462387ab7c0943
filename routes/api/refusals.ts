import { type ErrorCode, ERRORS } from "../../protocol/errors.ts";
import type { Permission } from "../../server/auth/permissions.ts";
import type { Policy } from "../edge/policy.ts";
import type { RestRoute } from "../edge/route.ts";

/**
 * Codes that an operation may refuse with by what it is: who may call it, what it takes and where its limits are. What it
 * refuses beyond them, its examples show.
 */
export function refusalsOf(route: RestRoute, { path, allow }: Permission, policy: Policy): ErrorCode[] {
  const { body, rate, needsStore } = policy;
  const codes: ErrorCode[] = [];
  if (body.kind === "json") codes.push("bad_request");
  if (allow.anyone === undefined) codes.push("unauthorized", "forbidden");
  if (allow.anyone === undefined && allow.admin !== undefined) codes.push("password_change_required");
  if (path.includes("{")) codes.push("not_found");
  if (body.kind !== "none") codes.push("too_large");
  if (route.body !== undefined || route.query !== undefined) codes.push("invalid");
  if (rate !== "none") codes.push("rate_limited");
  if (needsStore) codes.push("unavailable");
  return codes;
}

/** Codes by the status that carries them, lowest first. */
export function byStatus(codes: Iterable<ErrorCode>): [status: number, codes: ErrorCode[]][] {
  const found = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) {
    const { status } = ERRORS[code];
    found.set(status, [...found.get(status) ?? [], code]);
  }
  return [...found].sort(([a], [b]) => a - b);
}
