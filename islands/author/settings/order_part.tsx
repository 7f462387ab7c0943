import { Button } from "../../components/button.tsx";
import { CheckList } from "../../components/check_list.tsx";
import { useWords } from "../../components/speech.tsx";
import { Sign } from "../fields/sign.tsx";
import { withNewPool } from "./pool_changes.ts";
import { PoolForm } from "./pool_form.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** In which order each student has questions and choices, and which questions are drawn. */
export function OrderPart(props: SettingsProps) {
  const { exam, set, edit, at } = props;
  const words = useWords("editorSettings").order;
  const { shuffle = {}, pools = [] } = exam;
  const kinds = ["questions", "choices"] as const;
  return (
    <SettingPart title={words.title} lead={words.lead}>
      <div id={at("shuffle")}>
        <CheckList
          legend={words.shuffle}
          options={kinds.map((value) => ({ value, label: words.shuffled[value] }))}
          chosen={kinds.filter((kind) => shuffle[kind])}
          onChange={(chosen) =>
            set(
              "shuffle",
              chosen.length === 0 ? undefined : Object.fromEntries(chosen.map((kind) => [kind, true])),
            )}
        />
      </div>
      <div id={at("pools")} class="flex flex-col gap-4">
        <div>
          <h3 class="text-sm font-medium">{words.pools}</h3>
          <p class="text-sm text-ink-soft">{words.poolsHint}</p>
        </div>
        {pools.map((pool, index) => <PoolForm key={index} {...props} pool={pool} index={index} />)}
        <div>
          <Button look="quiet" size="small" class="-ms-2" onClick={() => edit(withNewPool, "")}>
            <Sign name="plus" />
            {words.addPool}
          </Button>
        </div>
      </div>
    </SettingPart>
  );
}
