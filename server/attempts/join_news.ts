/** What proctors may be told of a join. */
export const JOIN_CODES = ["token_reused", "number_reused", "same_name", "listed"] as const;

/** What proctors are told of a join: of an attempt, and how many there are of its name. */
export interface JoinNews {
  code: typeof JOIN_CODES[number];
  attemptId: string;
  count?: number;
}

/** Told of what proctors are to see of a join. */
export type OnNews = (news: JoinNews) => void;
