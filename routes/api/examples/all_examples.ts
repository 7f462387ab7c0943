import type { Operation } from "../../../server/auth/permissions.ts";
import { ACCOUNTS } from "./accounts.ts";
import { BANK } from "./bank.ts";
import { EVIDENCE } from "./evidence.ts";
import type { Example, ExampleGroup, RecordedAnswer } from "./example.ts";
import { EXAMS } from "./exams.ts";
import { MARKS } from "./marks.ts";
import { OPERATION } from "./operation.ts";
import { PEOPLE } from "./people.ts";
import recorded from "./recorded.json" with { type: "json" };
import { REVIEW } from "./review.ts";
import { SCORING } from "./scoring.ts";
import { SITTING } from "./sitting.ts";

/** Every group, in the order of the reference, in which the examples are made as well. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [
  ACCOUNTS,
  EXAMS,
  BANK,
  PEOPLE,
  SITTING,
  REVIEW,
  MARKS,
  EVIDENCE,
  SCORING,
  OPERATION,
];

const RECORDED: Readonly<Record<string, readonly RecordedAnswer[] | undefined>> = recorded;

/** An operation's group and examples, each with its answer; null for an operation without any, which a test refuses. */
export function examplesOf(operation: Operation): OperationExamples | null {
  const group = EXAMPLE_GROUPS.find(({ examples }) => examples.some((example) => example.operation === operation));
  if (group === undefined) return null;
  const shown = group.examples.filter((example) => example.operation === operation)
    .map((example, index) => ({ example, answer: RECORDED[operation]?.[index] ?? null }));
  return { tag: group.tag, shown };
}

interface OperationExamples {
  tag: string;
  shown: { example: Example; answer: RecordedAnswer | null }[];
}
