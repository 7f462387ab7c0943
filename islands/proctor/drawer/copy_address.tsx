import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { useWords } from "../../components/speech.tsx";

/** How long it says that the address is copied, ms. */
const COPIED_MS = 2_500;

/** Copies the address of this tab, which leads to the open drawer. */
export function CopyAddress() {
  const [isCopied, setCopied] = useState(false);
  const words = useWords("drawer");

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    // Where the clipboard is closed, the address stands in the browser's own line.
    setCopied(await navigator.clipboard.writeText(location.href).then(() => true, () => false));
  }

  return (
    <>
      <button
        type="button"
        onClick={copy}
        aria-label={words.copyLink}
        title={words.copyLink}
        class="-me-1.5 inline-flex size-8 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Icon name={isCopied ? "check" : "copy"} />
      </button>
      <span role="status" class="sr-only">{isCopied && words.linkCopied}</span>
    </>
  );
}
