import { useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";

/** What became of the last try to copy. */
type Copying = "none" | "copied" | "marked";

/** The receipt, to be copied as a whole: by the button, or by hand where the browser does not let the page. */
export function Receipt({ receipt }: { receipt: string }) {
  const words = useWords("examScreens").closing.receipt;
  const text = useRef<HTMLElement>(null);
  const [copying, setCopying] = useState<Copying>("none");

  async function copy() {
    try {
      await navigator.clipboard.writeText(receipt);
      setCopying("copied");
    } catch {
      if (text.current !== null) getSelection()?.selectAllChildren(text.current);
      setCopying("marked");
    }
  }

  return (
    <section class="flex flex-col items-start gap-3 border-t border-line pt-5" aria-labelledby="receipt">
      <h2 id="receipt" class="font-semibold">{words.title}</h2>
      <p class="text-sm text-ink-soft">{words.meaning}</p>
      <code
        ref={text}
        dir="ltr"
        translate={false}
        class="w-full rounded-field bg-sunken px-3 py-2 text-sm select-all wrap-anywhere"
      >
        {receipt}
      </code>
      <div class="flex flex-wrap items-center gap-3">
        <Button onClick={copy}>
          <Icon name="copy" />
          {words.copy}
        </Button>
        <span role="status" class="text-sm text-ink-soft">{copying !== "none" && words[copying]}</span>
      </div>
    </section>
  );
}
