import { Button } from "../../../islands/components/button.tsx";
import { ButtonLink } from "../../../islands/components/button_link.tsx";
import { CheckList } from "../../../islands/components/check_list.tsx";
import { Dialog } from "../../../islands/components/dialog.tsx";
import { Field, FieldError, TextField } from "../../../islands/components/field.tsx";
import { Pager } from "../../../islands/components/pager.tsx";
import type { Sentences } from "../../../words/words.ts";
import { FOCUS_CLASS, idle, RTL, type Sample } from "./sample.ts";

/** What is pressed, filled in and chosen. */
export function controls({ exams, signIn, people, privacy, technologies }: Sentences): Sample[] {
  const options = (["dictation", "screen_reader", "switch_access"] as const)
    .map((value) => ({ value, label: technologies[value] }));
  return [
    {
      name: "Button",
      states: {
        primary: () => <Button look="primary">{exams.newExam}</Button>,
        plain: () => <Button>{exams.duplicate}</Button>,
        quiet: () => <Button look="quiet">{people.add}</Button>,
        danger: () => <Button look="danger">{exams.archive}</Button>,
        small: () => <Button size="small">{exams.edit}</Button>,
        hover: () => <Button look="primary" class="opacity-90">{exams.newExam}</Button>,
        focus: () => <Button class={FOCUS_CLASS}>{exams.duplicate}</Button>,
        disabled: () => <Button disabled>{exams.duplicate}</Button>,
        busy: () => <Button look="primary" busy>{signIn.busy}</Button>,
        long: () => <Button class="max-w-full whitespace-normal!">{privacy.use.title}: {privacy.never}</Button>,
        rtl: () => <Button>{RTL.text}</Button>,
      },
    },
    {
      name: "ButtonLink",
      states: {
        primary: () => <ButtonLink href="#ButtonLink" look="primary">{exams.openRoom}</ButtonLink>,
        plain: () => <ButtonLink href="#ButtonLink">{exams.results}</ButtonLink>,
        small: () => <ButtonLink href="#ButtonLink" size="small">{exams.marking}</ButtonLink>,
        hover: () => <ButtonLink href="#ButtonLink" class="bg-sunken">{exams.results}</ButtonLink>,
        focus: () => <ButtonLink href="#ButtonLink" class={FOCUS_CLASS}>{exams.results}</ButtonLink>,
      },
    },
    {
      name: "Field",
      states: {
        rest: (at) => (
          <Field id={`${at}-field`} label={people.student.reason}>{(is) => <textarea {...is} rows={2} />}</Field>
        ),
        hint: (at) => (
          <Field id={`${at}-field-hint`} label={people.student.reason} hint={people.student.reasonHint}>
            {(is) => <textarea {...is} rows={2} />}
          </Field>
        ),
        disabled: (at) => (
          <Field id={`${at}-field-off`} label={people.student.reason}>
            {(is) => <textarea {...is} rows={2} disabled />}
          </Field>
        ),
      },
    },
    {
      name: "TextField",
      states: {
        rest: (at) => <TextField id={`${at}-text`} name="rest" label={people.student.name} />,
        hint: (at) => (
          <TextField
            id={`${at}-text-hint`}
            name="hint"
            label={signIn.code}
            hint={signIn.codeHint}
            inputMode="numeric"
          />
        ),
        error: (at) => (
          <TextField
            id={`${at}-text-error`}
            name="error"
            label={signIn.username}
            error={signIn.noUsername}
          />
        ),
        long: (at) => <TextField id={`${at}-text-long`} name="long" label={privacy.title} value={privacy.use.text} />,
        rtl: (at) => <TextField id={`${at}-text-rtl`} name="rtl" label={people.student.name} value={RTL.text} />,
      },
    },
    {
      name: "FieldError",
      states: { error: (at) => <FieldError id={`${at}-error`} error={signIn.wrong} /> },
    },
    {
      name: "CheckList",
      states: {
        rest: () => (
          <CheckList
            legend={people.student.technologies}
            options={options}
            chosen={["dictation"]}
            onChange={idle}
          />
        ),
        error: (at) => (
          <CheckList
            id={`${at}-check`}
            legend={people.student.technologies}
            hint={people.student.reasonHint}
            error={people.student.nameMissing}
            options={options}
            chosen={[]}
            onChange={idle}
          />
        ),
        disabled: () => (
          <CheckList
            legend={people.student.technologies}
            isDisabled
            options={options}
            chosen={["screen_reader"]}
            onChange={idle}
          />
        ),
      },
    },
    {
      name: "Pager",
      states: {
        first: () => <Pager at={0} shown={50} count={2_001} size={50} onPage={idle} />,
        middle: () => <Pager at={50} shown={50} count={2_001} size={50} onPage={idle} />,
      },
    },
    {
      name: "Dialog",
      states: {
        rest: (at) => (
          <Dialog id={`${at}-dialog`} title={people.leaving.title} lead={people.leaving.lead} onClose={idle}>
            <div class="flex flex-wrap justify-end gap-2">
              <Button>{people.leaving.leave}</Button>
              <Button look="primary">{people.leaving.stay}</Button>
            </div>
          </Dialog>
        ),
      },
    },
  ];
}
