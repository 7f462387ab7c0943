/** What `/join/CODE` starts from. */
export interface JoinExamData {
  code: string;
  join: "open" | "roster";
  consentVersion: string;
  /** When the exam opens, ms since 1970, where it has not yet. */
  opensAt?: number;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language?: string;
}
