import { useContext } from "preact/hooks";
import { useWords } from "../../components/speech.tsx";
import { type Markup, markup } from "./markup.ts";
import { RichTexts } from "./rich_texts.ts";
import { type TextField, writeInto } from "./write_into.ts";

const PATHS: Readonly<Record<Markup | "picture", string>> = {
  bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z",
  list: "M5 6h.1M5 12h.1M5 18h.1M9 6h11M9 12h11M9 18h11",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14",
  formula: "M4 13h2.5l3 6L14 5h6M15 12l5 6m0-6-5 6",
  code: "m8 7-5 5 5 5m8-10 5 5-5 5",
  picture: "M4 5h16v14H4zM4 16l4.5-4.5L13 16l2.5-2.5L20 18M15 9.5h.1",
};

const KINDS: readonly Markup[] = ["bold", "list", "table", "formula", "code"];

interface TextToolsProps {
  field: () => TextField | null;
  onPicture: (() => void) | null;
  /** What makes no sense within a line is not offered. */
  isLine?: boolean;
}

/** A quiet row above a text: what Markdown can do, for whoever does not know its signs. Nothing where texts are plain. */
export function TextTools({ field, onPicture, isLine = false }: TextToolsProps) {
  const words = useWords("editorTexts");
  const support = useContext(RichTexts);
  if (support === null) return null;

  function write(kind: Markup) {
    const area = field();
    if (area === null) return;
    const { value, selectionStart, selectionEnd } = area;
    const selected = value.slice(selectionStart, selectionEnd);
    const { text, select } = markup(kind, selected, value.slice(0, selectionStart), words.examples);
    writeInto(area, text, select);
  }

  const kinds = isLine ? KINDS.filter((kind) => kind !== "list" && kind !== "table") : KINDS;
  return (
    <div role="group" aria-label={words.tools} class="-mb-1 -ms-1.5 flex flex-wrap items-center">
      {kinds.map((kind) => <Tool key={kind} name={kind} label={words.kinds[kind]} onClick={() => write(kind)} />)}
      {onPicture && <Tool name="picture" label={words.kinds.picture} onClick={onPicture} />}
    </div>
  );
}

function Tool({ name, label, onClick }: { name: keyof typeof PATHS; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // The field keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      class="inline-flex size-8 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <svg
        viewBox="0 0 24 24"
        class="size-4"
        fill="none"
        stroke="currentColor"
        stroke-width={name === "bold" ? 2.5 : 1.75}
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={PATHS[name]} />
      </svg>
    </button>
  );
}
