/** What `/join/CODE` starts from. */
export interface JoinExamData {
  code: string;
  join: "open" | "roster";
  consentVersion: string;
  /** When the exam opens, and the server's time as the page was made, both ms since 1970; absent where it is open. */
  opening?: { opensAt: number; serverTime: number };
  /** Whether a proctor lets students begin. */
  isByProctor?: boolean;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language?: string;
}
