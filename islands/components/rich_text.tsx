/** A text that an author wrote, as a paper carries it. */
export interface AuthoredText {
  text: string;
  /** What our server made of it, where it is Markdown: safe as it is, see `server/exams/text/sanitise.ts`. */
  html?: string;
}

interface RichTextProps {
  of: AuthoredText;
  /** BCP 47 tag of the exam, where it says so. */
  language: string | undefined;
  class?: string;
}

/**
 * An author's text in blocks: paragraphs, tables, code, formulas, pictures. One that is plain is shown as it was written,
 * with its indentation; blank lines separate paragraphs.
 *
 * @param props.of HTML of our server alone: nothing else may be put into a page.
 */
export function RichText({ of: { text, html }, language, class: className = "" }: RichTextProps) {
  if (html !== undefined) {
    // Each block of it has a direction of its own.
    return <div lang={language} class={`rich ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
  }
  return (
    <div class={`flex flex-col gap-4 ${className}`}>
      {text.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place} lang={language} dir="auto" class="whitespace-pre-wrap wrap-anywhere">{paragraph}</p>
      ))}
    </div>
  );
}

/**
 * The same for what stands in a line with something else, such as a choice beside its button.
 *
 * @param props.isInSentence Whether other words stand around it, and give it its direction.
 */
export function RichPiece(
  { of: { text, html }, language, class: className = "", isInSentence = false }: RichTextProps & {
    isInSentence?: boolean;
  },
) {
  const how = { lang: language, dir: isInSentence ? undefined : "auto" } as const;
  if (html !== undefined) {
    return <span {...how} class={`rich ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
  }
  return <span {...how} class={`whitespace-pre-wrap wrap-anywhere ${className}`}>{text}</span>;
}
