/** What `/join/CODE` starts from. */
export interface JoinExamData {
  code: string;
  join: "open" | "roster";
  consentVersion: string;
}
