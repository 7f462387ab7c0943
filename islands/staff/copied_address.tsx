import { useEffect, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { INPUT_CLASS } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { OwnComputerNote } from "./own_computer.tsx";
import { useWords } from "../components/speech.tsx";

/** How long it says that the address is copied, ms. */
const COPIED_MS = 2_500;

interface CopiedAddressProps {
  id: string;
  label: string;
  /** Below this server, with its first stroke. */
  path: string;
}

/** An address of this server in full, to be copied and given to others. */
export function CopiedAddress({ id, label, path }: CopiedAddressProps) {
  const words = useWords("addresses");
  const [isCopied, setCopied] = useState(false);
  const address = `${location.origin}${path}`;

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    // Where the clipboard is closed, the address is selected: the keyboard copies it.
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) field.select();
    setCopied(await navigator.clipboard.writeText(address).then(() => true, () => false));
  }

  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="text-sm font-medium">{label}</label>
      <div class="flex items-center gap-2">
        <input id={id} type="text" readOnly dir="ltr" value={address} class={`${INPUT_CLASS} font-mono`} />
        <Button data-focus-home onClick={copy}>
          <Icon name={isCopied ? "check" : "copy"} />
          {isCopied ? words.copied : words.copy}
        </Button>
      </div>
      <p role="status" class="sr-only">{isCopied && words.copied}</p>
      <OwnComputerNote />
    </div>
  );
}
