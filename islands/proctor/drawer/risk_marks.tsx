import type { ComponentChildren } from "preact";
import type { AttemptAction, AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { useWords } from "../../components/speech.tsx";
import { useContributionText } from "../contribution_text.ts";
import { deedOfAction } from "./deed_of_action.ts";
import { DeedText } from "./deed_text.tsx";

/** A stretch of an attempt's time, ms. */
export interface Span {
  from: number;
  to: number;
}

/** What is marked on the course of the risk. */
export type MarkKind = "reason" | "flag" | "action" | "statement";

/** A moment on the course of the risk, with what stands there and the events that belong to it. */
export interface RiskMark {
  kind: MarkKind;
  /** Attempt time, ms. */
  t: number;
  text: ComponentChildren;
  span: Span;
}

/** Reasons of fewer points are told in the list of shares, and mark nothing. */
const LEAST_POINTS = 1;

/** Before and behind a moment, events belong to it, ms. */
const AROUND_MS = 30_000;

/** What was done that a course of risk is read with; that an attempt began or that a flag was decided is not. */
const MARKED: ReadonlySet<AttemptAction["kind"]> = new Set([
  "admitted",
  "paused",
  "resumed",
  "locked",
  "released",
  "extended",
  "accommodated",
  "called",
  "noticed",
  "device_released",
  "taken_over",
  "handed_over",
  "ended",
]);

const around = (t: number): Span => ({ from: Math.max(0, t - AROUND_MS), to: t + AROUND_MS });

/** An attempt's reasons, flags, statements and what was done, in the order of their time. */
export function useRiskMarks(): (detail: AttemptDetail) => RiskMark[] {
  const contributionText = useContributionText();
  const { flagged } = useWords("drawer").flags;
  return ({ reasons, flags, actions, statements }) => {
    const startedAt = actions.find(({ kind }) => kind === "started")?.at;
    const marks: RiskMark[] = [
      ...reasons.flatMap(({ name, points, seen, from_t: from, to_t: to }): RiskMark[] =>
        from === null || points < LEAST_POINTS ? [] : [{
          kind: "reason",
          t: from,
          text: `${contributionText(name).name}: ${seen}`,
          span: { from, to: to ?? from },
        }]
      ),
      ...flags.map(({ t, note }): RiskMark => ({
        kind: "flag",
        t,
        text: note === "" ? flagged : <bdi>{note}</bdi>,
        span: around(t),
      })),
      ...statements.flatMap(({ t, text }): RiskMark[] =>
        t === null ? [] : [{ kind: "statement", t, text: <bdi>{text}</bdi>, span: around(t) }]
      ),
      ...(startedAt === undefined ? [] : actions.filter(({ kind }) => MARKED.has(kind)).map((action): RiskMark => {
        const t = Math.max(0, action.at - startedAt);
        return { kind: "action", t, text: <DeedText deed={deedOfAction(action)} />, span: around(t) };
      })),
    ];
    return marks.sort((one, other) => one.t - other.t);
  };
}
