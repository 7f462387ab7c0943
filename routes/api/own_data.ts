import { z } from "zod";
import { LogEntry } from "../../protocol/log_entry.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

const CapturedAnswer = z.strictObject({
  attempt_id: z.string(),
  entries: z.array(LogEntry).describe("Everything that was captured in the attempt, in its order"),
});

/** An entry as its student may see it: whether staff did it, not which account. */
function ownEntry(entry: LogEntry): LogEntry {
  if (entry.kind === "batch" || entry.by === "student" || entry.by === "system") return entry;
  return { ...entry, by: "staff" };
}

/** Entries that are staff's own notes about an attempt, and not of what was captured in it. */
const STAFF_NOTES: ReadonlySet<LogEntry["kind"]> = new Set(["flag_raised", "flag_decided", "alert_handled"]);

/** How often one student may have it all: it is read from the first entry on, each time. */
const TAKEN_HOME = { perMinute: 2, burst: 10 };

/** What a student may take home. */
export function ownDataRoutes({ attempts, now }: Services): RestRoute[] {
  const limiter = new RateLimiter(TAKEN_HOME);
  return [
    route({
      operation: "get_captured",
      summary: "Everything that was captured in the own attempt",
      answer: CapturedAnswer,
      async handle({ principal }) {
        if (principal.kind !== "student") throw new Refusal("unauthorized", "student_token_needed");
        const waitMs = limiter.take(principal.attemptId, now());
        if (waitMs > 0) throw new Refusal("rate_limited", "too_much_at_once", { retryAfterSeconds: waitMs / 1_000 });
        const entries: LogEntry[] = [];
        for await (const { entry } of attempts.log.read(principal.attemptId)) {
          if (!STAFF_NOTES.has(entry.kind)) entries.push(ownEntry(entry));
        }
        return {
          headers: { "content-disposition": 'attachment; filename="invigil-captured.json"' },
          body: { attempt_id: principal.attemptId, entries },
        };
      },
    }),
  ];
}
