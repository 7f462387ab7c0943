import type { Auth } from "../../server/auth/auth.ts";
import type { Stores } from "../../server/store/stores.ts";
import { accountRoutes } from "./account.ts";
import { auditRoutes } from "./audit.ts";
import type { RestRoute } from "../edge/route.ts";
import { sessionRoutes } from "./session.ts";
import { staffAdminRoutes } from "./staff.ts";

/** Every REST operation about staff's sessions, accounts and the audit log. */
export function staffRoutes(auth: Auth, stores: Stores): RestRoute[] {
  return [
    ...sessionRoutes(auth),
    ...accountRoutes(auth),
    ...staffAdminRoutes(auth),
    ...auditRoutes(auth.audit, stores),
  ];
}
