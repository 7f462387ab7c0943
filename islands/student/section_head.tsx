import { RichText } from "../components/rich_text.tsx";
import type { PaperSection } from "../../protocol/sections.ts";

interface SectionHeadProps {
  section: PaperSection;
  /** At its first question its text is open; later it is one click away. */
  isFirst: boolean;
  language: string | undefined;
}

/** In which section a question stands: its title, and what is said there of all its questions. */
export function SectionHead({ section: { title, text, html }, isFirst, language }: SectionHeadProps) {
  const name = <span id="section-title" lang={language} dir="auto" class="font-semibold wrap-anywhere">{title}</span>;
  if (text === undefined) return <p>{name}</p>;
  return (
    <details open={isFirst}>
      <summary class="w-fit max-w-full rounded-field py-1">{name}</summary>
      <RichText of={{ text, html }} language={language} class="mt-2 rounded-field bg-sunken px-4 py-3" />
    </details>
  );
}
