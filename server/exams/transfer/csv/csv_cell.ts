/** What spreadsheets take for a formula, also behind the mark that we put before it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A cell as it is written: quoted, and with an apostrophe before what a spreadsheet would calculate. */
export function cell(value: string): string {
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",;\t\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What was written into a cell: the inverse of {@link cell}, of a text that has been unquoted. */
export function cellText(text: string): string {
  return MARKED.test(text) ? text.slice(1) : text;
}
