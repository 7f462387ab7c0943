/** What does not fit; with the number of an earlier line where that is the one, and not the line at which it shows. Null for nothing. */
export type Finding = string | { what: string; line: number } | null;
