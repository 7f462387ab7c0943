import { Field } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { QUESTION_TYPES } from "../items/registry.tsx";
import type { BankFound } from "./use_bank_search.ts";

const WHOSE = ["", "mine", "shared"] as const;

/** What the bank's list is narrowed by. Needs the words of `bank` and `editorItems`. */
export function BankFilters({ found: { search, list, narrow } }: { found: BankFound }) {
  const words = useWords("bank");
  const { types } = useWords("editorItems");
  const { speaker } = useSpeech();
  const tags = list?.tags ?? [];
  const names = { "": words.anyones, mine: words.mine, shared: words.shared };
  return (
    <div
      role="search"
      class="grid grid-cols-2 gap-3 *:min-w-0 max-lg:*:first:col-span-2 max-sm:*:last:col-span-2 sm:grid-cols-3 max-lg:sm:*:first:col-span-3 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]"
    >
      <Field id="bank-search" label={words.search}>
        {(attributes) => (
          <input
            {...attributes}
            class={`${attributes.class} min-h-10`}
            type="search"
            autoComplete="off"
            dir={search.search === "" ? undefined : "auto"}
            placeholder={words.searchHint}
            value={search.search}
            maxLength={200}
            onInput={({ currentTarget }) => narrow({ search: currentTarget.value })}
          />
        )}
      </Field>
      <Field id="bank-tag" label={words.tag}>
        {(attributes) => (
          <select
            {...attributes}
            class={`${attributes.class} min-h-10`}
            value={search.tag}
            onChange={({ currentTarget }) => narrow({ tag: currentTarget.value })}
          >
            <option value="">{words.anyTag}</option>
            {search.tag !== "" && !tags.some(({ tag }) => tag === search.tag) && <option>{search.tag}</option>}
            {tags.map(({ tag, n }) => <option key={tag} value={tag}>{speaker.say(words.tagCount, { tag, n })}</option>)}
          </select>
        )}
      </Field>
      <Field id="bank-type" label={words.type}>
        {(attributes) => (
          <select
            {...attributes}
            class={`${attributes.class} min-h-10`}
            value={search.type}
            onChange={({ currentTarget }) => narrow({ type: currentTarget.value })}
          >
            <option value="">{words.anyType}</option>
            {QUESTION_TYPES.map((type) => <option key={type} value={type}>{types[type].name}</option>)}
          </select>
        )}
      </Field>
      <Field id="bank-whose" label={words.whose}>
        {(attributes) => (
          <select
            {...attributes}
            class={`${attributes.class} min-h-10`}
            value={search.whose}
            onChange={({ currentTarget }) => narrow({ whose: WHOSE.find((one) => one === currentTarget.value) ?? "" })}
          >
            {WHOSE.map((whose) => <option key={whose} value={whose}>{names[whose]}</option>)}
          </select>
        )}
      </Field>
    </div>
  );
}
