import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Icon } from "../components/icon.tsx";
import { RichText } from "../components/rich_text.tsx";
import { useWords } from "../components/speech.tsx";
import { DisplayChoices } from "./display_choices.tsx";
import type { ExamModel } from "./exam_model.ts";

/** Of the button that asks a proctor, so that the dialog leads there. */
export const ASK_PROCTOR_ID = "ask-proctor";

/** What is always at hand: the instructions, how the page looks, and the way to a person. */
export function HelpButton({ model }: { model: ExamModel }) {
  const words = useWords("sitting").help;
  const [isOpen, setOpen] = useState(false);
  const leadsOn = useRef(false);
  // Once the dialog is gone and has given the focus back.
  useEffect(() => {
    if (!isOpen && leadsOn.current) document.getElementById(ASK_PROCTOR_ID)?.focus();
    leadsOn.current = false;
  }, [isOpen]);
  const ask = () => {
    leadsOn.current = true;
    setOpen(false);
  };
  return (
    <>
      <Button look="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="sliders" />
        {words.open}
      </Button>
      {isOpen && <HelpDialog model={model} onClose={() => setOpen(false)} onAsk={ask} />}
    </>
  );
}

interface HelpDialogProps {
  model: ExamModel;
  onClose: () => void;
  onAsk: () => void;
}

function HelpDialog({ model, onClose, onAsk }: HelpDialogProps) {
  const words = useWords("sitting").help;
  const { instructions, instructions_html: html } = model.attempt.value?.exam ?? {};

  return (
    <Dialog id="help" title={words.open} onClose={onClose}>
      <section aria-labelledby="help-instructions" class="flex flex-col gap-2">
        <h3 id="help-instructions" class="font-semibold">{words.instructions}</h3>
        {instructions
          ? (
            <div
              role="group"
              aria-labelledby="help-instructions"
              tabIndex={0}
              class="max-h-[40dvh] overflow-y-auto rounded-field bg-sunken px-4 py-3"
            >
              <RichText of={{ text: instructions, html }} language={model.language.value} />
            </div>
          )
          : <p class="text-ink-soft">{words.noInstructions}</p>}
      </section>
      <DisplayChoices />
      <div class="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        {model.hold.value === null && (
          <p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {words.proctor}
            <Button size="small" onClick={onAsk}>{words.ask}</Button>
          </p>
        )}
        <Button look="primary" class="ms-auto" onClick={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}
