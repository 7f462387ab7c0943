import { z } from "zod";
import { LogEntry } from "../../protocol/log_entry.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

const CapturedAnswer = z.strictObject({
  attempt_id: z.string(),
  entries: z.array(LogEntry).describe("Everything that is stored of the attempt, in its order"),
});

/** An entry as its student may see it: whether staff did it, not which account. */
function ownEntry(entry: LogEntry): LogEntry {
  if (entry.kind === "batch" || entry.by === "student" || entry.by === "system") return entry;
  return { ...entry, by: "staff" };
}

/** What a student may take home. */
export function ownDataRoutes({ attempts }: Services): RestRoute[] {
  return [
    route({
      operation: "get_captured",
      summary: "Everything that was captured in the own attempt",
      answer: CapturedAnswer,
      async handle({ principal }) {
        if (principal.kind !== "student") throw new Refusal("unauthorized", "student_token_needed");
        const stored = await Array.fromAsync(attempts.log.read(principal.attemptId));
        return {
          headers: { "content-disposition": 'attachment; filename="invigil-captured.json"' },
          body: { attempt_id: principal.attemptId, entries: stored.map(({ entry }) => ownEntry(entry)) },
        };
      },
    }),
  ];
}
