import type { VNode } from "preact";
import { MorePart } from "./more/more_part.tsx";
import type { QuestionPartProps } from "./question_part_props.ts";

/**
 * Forms of what questions of every type have beside text and points, in the order in which they stand below the answers.
 * A new one is its file and its line here.
 */
export const QUESTION_PARTS: readonly ((props: QuestionPartProps) => VNode | null)[] = [MorePart];
