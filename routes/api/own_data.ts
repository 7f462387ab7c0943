import { CapturedAnswer, type OwnEntry } from "../../protocol/captured.ts";
import type { LogEntry } from "../../protocol/log_entry.ts";
import { isEntryUntold } from "../../server/attempts/action_kinds.ts";
import { requireExam } from "../../server/attempts/load_attempt.ts";
import { namelessEntry } from "../../server/attempts/nameless_entry.ts";
import { isRiskShown } from "../../server/attempts/shown_risk.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** An entry as its student may see it: whether staff did it, not which account; and the risk where it is shown. */
function ownEntry(entry: LogEntry, isRiskShown: boolean): OwnEntry {
  const nameless = namelessEntry(entry);
  return nameless.kind === "batch" && !isRiskShown ? { ...nameless, report: null } : nameless;
}

/** @throws {Refusal} `not_found` */
function notFound(): never {
  throw new Refusal("not_found", "no_such_attempt");
}

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
        const { record, head } = await attempts.stored(principal.attemptId) ?? notFound();
        const exam = await requireExam(attempts.exams, record);
        const isShown = isRiskShown({ exam, head });
        const entries: LogEntry[] = [];
        const withdrawn = new Set<number>();
        for await (const { entry } of attempts.log.read(principal.attemptId)) {
          if (entry.kind === "notice_reached" && entry.step === "withdrawn") withdrawn.add(entry.noticed_n);
          entries.push(entry);
        }
        const own = entries.filter((entry) => !isEntryUntold(entry, withdrawn)).map((one) => ownEntry(one, isShown));
        return {
          headers: { "content-disposition": 'attachment; filename="invigil-captured.json"' },
          body: { attempt_id: principal.attemptId, entries: own },
        };
      },
    }),
  ];
}
