/** What proctors are told of a join: of an attempt, and how many there are of its name. */
export interface JoinNews {
  code: "token_reused" | "number_reused" | "same_name";
  attemptId: string;
  count?: number;
}

/** Told of what proctors are to see of a join. */
export type OnNews = (news: JoinNews) => void;
