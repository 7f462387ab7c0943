import type { ComponentChildren } from "preact";
import type { Shown, ShownPiece } from "../../protocol/items/shown_answer.ts";
import { RichPiece } from "./rich_text.tsx";
import { useWords } from "./speech.tsx";

interface ShownAnswerProps {
  /** Type of the question. */
  type: string;
  lines: readonly string[];
  /** The same as its question was seen, where that says more. */
  shown?: Shown | undefined;
  /** BCP 47 tag of the exam, where it says so. */
  language?: string | undefined;
  /** Where a file is saved from; without it files are named alone. */
  fileHref?: (fileId: string) => string;
}

/**
 * An answer or a key as it is read: white space is kept, code stands in letters of one width, each thing that was chosen in
 * a line of its own, and gaps in their text.
 */
export function ShownAnswer({ type, lines, shown, language, fileHref }: ShownAnswerProps) {
  const words = useWords("result");
  if (shown === undefined) {
    if (type === "code") {
      return (
        <pre
          class="my-1 max-w-full overflow-x-auto rounded-field border border-line bg-sunken px-3 py-2 font-mono text-sm print:overflow-visible print:whitespace-pre-wrap"
          dir="ltr"
          translate={false}
          tabIndex={0}
        >
        {lines.join("\n")}
        </pre>
      );
    }
    const said = type !== "true_false"
      ? lines
      : lines.map((line) => line === "true" ? words.yes : line === "false" ? words.no : line);
    return <Lines type={type} lines={said} />;
  }
  return (
    <Lines
      type={type}
      lines={shown.map((line) =>
        line.map((piece, index) => <Piece key={index} piece={piece} language={language} fileHref={fileHref} />)
      )}
    />
  );
}

function Lines({ type, lines }: { type: string; lines: readonly ComponentChildren[] }) {
  const [first] = lines;
  // Its blocks have paragraphs of their own, so that it is none itself.
  if (lines.length === 1) return <div class="whitespace-pre-wrap wrap-anywhere" dir="auto">{first}</div>;
  const List = type === "ordering" ? "ol" : "ul";
  return (
    <List class={type === "ordering" ? "list-decimal ps-6" : "list-disc ps-6"} dir="auto">
      {lines.map((line, index) => <li key={index} class="whitespace-pre-wrap wrap-anywhere">{line}</li>)}
    </List>
  );
}

interface PieceProps extends Pick<ShownAnswerProps, "language" | "fileHref"> {
  piece: ShownPiece;
}

function Piece({ piece, language, fileHref }: PieceProps) {
  const words = useWords("result");
  const { text, html, is_gap: isGap, file_id: fileId } = piece;
  if (isGap && text === "") return <span class="text-ink-soft">[{words.emptyGap}]</span>;
  if (isGap) {
    return (
      <b class="rounded-field border border-line bg-sunken px-1 font-medium">
        <RichPiece of={{ text, html }} language={html === undefined ? undefined : language} />
      </b>
    );
  }
  if (fileId === undefined) return <RichPiece of={{ text, html }} language={language} isInSentence />;
  const name = <bdi translate={false}>{text}</bdi>;
  if (fileHref === undefined) return name;
  return (
    <a href={fileHref(fileId)} download={text} class="font-medium text-accent underline underline-offset-4">{name}</a>
  );
}
