import type { VNode } from "preact";
import type { Editor } from "../editor.ts";
import { placeId } from "../place_id.ts";
import { problemsAt, useProblemText } from "../problem_text.ts";
import { AllowedPart } from "./allowed_part.tsx";
import { ElsewherePart } from "./elsewhere_part.tsx";
import { GoingPart } from "./going_part.tsx";
import { KeptPart } from "./kept_part.tsx";
import { RulesPart } from "./rules_part.tsx";
import { OrderPart } from "./order_part.tsx";
import { ResultsPart } from "./results_part.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { TextsPart } from "./texts_part.tsx";
import { WatchingPart } from "./watching_part.tsx";
import { WhenPart } from "./when_part.tsx";
import { WhoPart } from "./who_part.tsx";

/** The parts of the settings, in their order. A new one (rules, sections) is its file and its line here. */
const PARTS: readonly ((props: SettingsProps) => VNode | null)[] = [
  WhenPart,
  WhoPart,
  OrderPart,
  GoingPart,
  AllowedPart,
  WatchingPart,
  ElsewherePart,
  RulesPart,
  ResultsPart,
  TextsPart,
  KeptPart,
];

/** Everything about an exam but its questions. */
export function SettingsView({ editor }: { editor: Editor }) {
  const sayProblem = useProblemText();
  const props: SettingsProps = {
    exam: editor.exam.value,
    set: (name, value) => editor.set(name, value),
    edit: (change, place) => editor.edit(change, place),
    problem: problemsAt(editor.checked.value.problems, editor.refused.value, null, sayProblem),
    at: (...path) => placeId({ question: null, path }),
  };
  return (
    <div class="flex flex-col divide-y divide-line">
      {PARTS.map((Part, index) => <Part key={index} {...props} />)}
    </div>
  );
}
