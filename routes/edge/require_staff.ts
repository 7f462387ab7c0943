import type { Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";

/**
 * The staff member who asks. The permission table lets nobody else through to the operations that call it.
 *
 * @throws {Refusal} `forbidden` for anybody else.
 */
export function requireStaff(principal: Principal): Extract<Principal, { kind: "staff" }> {
  if (principal.kind !== "staff") throw new Refusal("forbidden", "staff_only");
  return principal;
}
