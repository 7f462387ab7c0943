/** A table of links, which a mail merge reads. Nothing in it is calculated by a spreadsheet. */
export function linksCsv(rows: readonly { name: string; number?: string; group?: string; link: string }[]): string {
  const lines = rows.map(({ name, number = "", group = "", link }) => [name, number, group, link].map(cell).join(","));
  return ["name,number,group,link", ...lines].map((line) => `${line}\r\n`).join("");
}

/** Quoted, and with an apostrophe before what a spreadsheet would calculate. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;'\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
