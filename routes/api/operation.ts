import { OperationNotices } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** What of the running of the server an admin sees and decides. */
export function operationRoutes(services: Services): RestRoute[] {
  const { retention, stores } = services;
  return [
    route({
      operation: "get_operation",
      summary: "What an admin should know of the server's clock and store, and what waits for their word",
      answer: OperationNotices,
      async handle() {
        const jump = services.clockJump();
        return {
          body: {
            clock: jump === null ? null : { noticed_at: jump.at, ahead_ms: Math.round(jump.byMs) },
            retention: await retention.waiting(),
            is_store_damaged: stores.damage.isDamaged,
          },
        };
      },
    }),
    route({
      operation: "confirm_retention",
      summary: "Let go what is due and waits: it is removed for good",
      async handle({ principal, address, requestId }) {
        await retention.confirm(actorOf(principal, address, requestId));
        retention.run().catch((error) => services.fault("Removing what was let go", error));
        return {};
      },
    }),
  ];
}
