import type { Viewer } from "../../islands/staff/viewer.ts";
import type { Principal } from "../../server/auth/decide.ts";
import { requireStaff } from "../edge/require_staff.ts";

/** Who looks at a page of staff's. @throws {Refusal} `unauthorized` */
export function requireViewer(principal: Principal): Viewer {
  const { username, role, mustChangePassword } = requireStaff(principal);
  return { username, role, must_change_password: mustChangePassword };
}
