/** What `/join/CODE` starts from. */
export interface JoinExamData {
  code: string;
  join: "open" | "roster";
  consentVersion: string;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language?: string;
}
