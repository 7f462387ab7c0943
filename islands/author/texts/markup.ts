/** What the buttons above a text write. */
export type Markup = "bold" | "list" | "table" | "formula" | "code";

/** What is written in the place of a selection, and which part of it is selected then. */
export interface Written {
  text: string;
  select: readonly [number, number];
}

/** Names of what is yet to be written. */
export interface MarkupWords {
  bold: string;
  item: string;
  column: string;
}

/**
 * Markdown around what is selected, or an example to write over.
 *
 * @param before The text in front of the selection: lists and tables begin a line of their own.
 *
 * @example
 * assert.deepEqual(markup("bold", "x", "", words), { text: "**x**", select: [2, 3] });
 */
export function markup(kind: Markup, selected: string, before: string, words: MarkupWords): Written {
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  switch (kind) {
    case "bold":
      return around("**", selected || words.bold, "**");
    case "formula":
      return selected.includes("\n") ? around("$$\n", selected, "\n$$") : around("$", selected || "x^2", "$");
    case "code":
      return selected.includes("\n") ? around("```\n", selected, "\n```") : around("`", selected || "x = 1", "`");
    case "list": {
      const text = (selected || words.item).split("\n").map((line) => `- ${line}`).join("\n");
      return { text: gap + text, select: [gap.length + 2, gap.length + text.length] };
    }
    case "table": {
      const head = `| ${words.column} 1 | ${words.column} 2 |`;
      return {
        text: `${gap}${head}\n| --- | --- |\n| ${selected.replace(/\s+/g, " ")} | |\n`,
        select: [gap.length + 2, gap.length + 2 + words.column.length + 2],
      };
    }
  }
}

function around(open: string, text: string, close: string): Written {
  return { text: open + text + close, select: [open.length, open.length + text.length] };
}
