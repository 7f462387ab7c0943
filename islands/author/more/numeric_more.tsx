import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { IconButton } from "../fields/icon_button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import { NumberCell } from "../fields/number_cell.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import { Sign } from "../fields/sign.tsx";
import type { ItemFormProps } from "../items/author_item.ts";

/** How a tolerance is meant, which units may stand behind the number, and what is given where one is missing or another one. */
export function NumericMore({ question, change, problem, fieldId }: ItemFormProps<"numeric">) {
  const words = useWords("editorMore").numeric;
  const { speaker } = useSpeech();
  const focus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const { units = [], unit: own = "" } = question;

  function put(next: typeof units, place = "") {
    if (next.length > 0) return change({ ...question, units: next }, place);
    change({ ...question, units: undefined, missing_unit: undefined, wrong_unit: undefined }, place);
  }
  const isPercent = question.tolerance_percent !== undefined;
  return (
    <>
      <RadioList
        id={fieldId("tolerance-kind")}
        legend={words.kind}
        options={[{ value: "number", name: words.asNumber }, { value: "percent", name: words.inPercent }]}
        value={isPercent ? "percent" : "number"}
        onValue={(kind) => {
          const most = question.tolerance_percent ?? question.tolerance ?? 0;
          if (kind === "percent") change({ ...question, tolerance: undefined, tolerance_percent: most }, "");
          else change({ ...question, tolerance: most === 0 ? undefined : most, tolerance_percent: undefined }, "");
        }}
      />
      <fieldset id={fieldId("units")} class="flex flex-col gap-2">
        <legend class="mb-1.5 text-sm font-medium">{words.units}</legend>
        <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.unitsHint}</p>
        {units.map((one, index) => {
          const number = speaker.number(index + 1);
          return (
            <div key={index} class="flex items-start gap-2 text-sm">
              <span aria-hidden="true" class="pt-2 tabular-nums">{speaker.number(1)}</span>
              <LineInput
                isPlain
                id={fieldId("units", index, "unit")}
                label={speaker.say(words.unit, { number })}
                value={one.unit}
                error={problem("units", index, "unit")}
                onValue={(unit) => put(units.with(index, { ...one, unit }), `units.${index}`)}
              />
              <span aria-hidden="true" class="pt-2">=</span>
              <NumberCell
                id={fieldId("units", index, "factor")}
                label={speaker.say(words.factor, { number })}
                value={one.factor}
                empty={NaN}
                error={problem("units", index, "factor")}
                onValue={(factor = NaN) => put(units.with(index, { ...one, factor }), `units.${index}.factor`)}
              />
              <bdi class="max-w-24 truncate pt-2">{own}</bdi>
              <span class="pt-0.5">
                <IconButton
                  label={speaker.say(words.remove, { number })}
                  onClick={() => put(units.toSpliced(index, 1))}
                >
                  <Icon name="close" />
                </IconButton>
              </span>
            </div>
          );
        })}
        <div>
          <Button
            look="quiet"
            size="small"
            class="-ms-2"
            onClick={() => {
              focus.current = fieldId("units", units.length, "unit");
              const isFirst = units.length === 0 && own !== "";
              put([...units, { unit: isFirst ? own : "", factor: 1 }]);
            }}
          >
            <Sign name="plus" />
            {words.add}
          </Button>
        </div>
      </fieldset>
      {units.length > 0 && (
        <div class="flex flex-wrap items-start gap-x-6 gap-y-4">
          {([["missing_unit", words.missing, 1], ["wrong_unit", words.wrong, 0]] as const).map((
            [field, label, share],
          ) => (
            <NumberInput
              key={field}
              id={fieldId(field)}
              label={label}
              value={Math.round((question[field] ?? share) * 10_000) / 100}
              empty={NaN}
              error={problem(field)}
              onValue={(percent = NaN) => change({ ...question, [field]: percent / 100 }, field)}
            />
          ))}
        </div>
      )}
    </>
  );
}
