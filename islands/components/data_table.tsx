import type { ComponentChildren } from "preact";

export interface Column {
  label: string;
  /** Numbers stand at the end, in tabular figures. */
  numeric?: boolean;
  /** The heading is for screen readers only, as over a column of buttons. */
  quiet?: boolean;
}

interface DataTableProps {
  /** What the table is of; for screen readers, and the name of the region that scrolls on a narrow screen. */
  label: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: ComponentChildren[] }[];
  /** It has very many rows: it scrolls by itself below its headings. */
  isTall?: boolean;
  /** Stands in place of the rows when there are none. */
  empty: ComponentChildren;
}

/** A dense, quiet table. It scrolls sideways by itself where the screen is narrow. */
export function DataTable({ label, columns, rows, empty, isTall = false }: DataTableProps) {
  return (
    <div
      class={`relative overflow-x-auto rounded-lg border border-line bg-raised ${isTall ? "max-h-[32rem]" : ""}`}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {rows.length === 0
        ? <div class="px-4 py-8 text-center text-sm text-ink-soft">{empty}</div>
        : (
          <table class="w-full text-dense">
            <thead class={`text-ink-soft ${isTall ? "sticky top-0 bg-raised" : ""}`}>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.label}
                    scope="col"
                    class={`whitespace-nowrap px-4 py-2 font-medium ${column.numeric ? "text-end" : "text-start"}`}
                  >
                    {column.quiet ? <span class="sr-only">{column.label}</span> : column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key} class="border-t border-line hover:bg-surface">
                  {row.cells.map((cell, index) => (
                    <td
                      key={columns[index].label}
                      class={`px-4 py-2 align-middle ${columns[index].numeric ? "text-end tabular-nums" : ""}`}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
    </div>
  );
}
