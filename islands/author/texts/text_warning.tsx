import { useWords } from "../../components/speech.tsx";
import { useRendered } from "./rich_texts.ts";

/** What a text's author may not have meant, below its field: a picture without words, a formula that cannot be read. */
export function TextWarning({ text }: { text: string }) {
  const words: Readonly<Record<string, string>> = useWords("publishWarnings");
  const mayWarn = text.includes("$") || text.includes("![");
  const [rendered] = useRendered(mayWarn ? [{ text }] : []);
  const codes = rendered?.warnings ?? [];
  return (
    <div role="status">
      {codes.map((code) => <p key={code} class="text-sm text-medium">{words[code] ?? code}</p>)}
    </div>
  );
}
