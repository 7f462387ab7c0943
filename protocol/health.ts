import { z } from "zod";

/** `GET /ping` */
export const PingAnswer = z.strictObject({ message: z.literal("Server is running") });

/** `GET /healthz`, `GET /readyz` */
export const HealthAnswer = z.strictObject({ status: z.literal("ok") });
