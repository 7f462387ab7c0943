import { RULE_NAMES, type SittingRules } from "../../../protocol/sitting_rules.ts";
import { CheckList } from "../../components/check_list.tsx";
import { useWords } from "../../components/speech.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** What is asked of students while they write. */
export function RulesPart({ exam, set, at }: SettingsProps) {
  const words = useWords("editorSettings").rules;
  const { policy } = exam;
  const rules = policy.rules ?? {};
  function choose(chosen: readonly (keyof SittingRules)[]) {
    const next: SittingRules = {
      ...(chosen.includes("fullscreen") && { fullscreen: "ask" }),
      ...(chosen.includes("copy") && { copy: "discourage" }),
      ...(chosen.includes("print") && { print: "discourage" }),
      ...(chosen.includes("context_menu") && { context_menu: "discourage" }),
    };
    set("policy", { ...policy, rules: chosen.length === 0 ? undefined : next });
  }
  return (
    <SettingPart title={words.title} lead={words.lead}>
      <div id={at("policy", "rules")}>
        <CheckList
          legend={words.legend}
          hint={words.hint}
          options={RULE_NAMES.map((value) => ({ value, label: words.options[value] }))}
          chosen={RULE_NAMES.filter((name) => rules[name] !== undefined)}
          onChange={choose}
        />
      </div>
    </SettingPart>
  );
}
