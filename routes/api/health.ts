import { HealthAnswer, PingAnswer } from "../../protocol/health.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Whether the server is there, and whether it can store. */
export function healthRoutes(services: Services): RestRoute[] {
  return [
    route({
      operation: "ping",
      summary: "Is the server there?",
      answer: PingAnswer,
      handle: () => ({ body: { message: "Server is running" as const } }),
    }),
    route({
      operation: "healthz",
      summary: "Live: the process answers",
      answer: HealthAnswer,
      handle: () => ({ body: { status: "ok" as const } }),
    }),
    route({
      operation: "readyz",
      summary: "Ready: the last round trip to the store succeeded, and no part of it is damaged",
      answer: HealthAnswer,
      handle() {
        if (services.stores.damage.isDamaged) throw new Refusal("unavailable", "store_damaged");
        if (!services.store.isReady) throw new Refusal("unavailable", "store_silent_long");
        return { body: { status: "ok" as const } };
      },
    }),
  ];
}
