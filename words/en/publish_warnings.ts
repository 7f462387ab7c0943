/** What an author is told who publishes an exam that can be published, but may not be meant so. */
export const publishWarnings = {
  extra_time_for_all:
    "Everybody has {percent:percent} more time. Whoever begins at the opening may write up to {minutes:fullMinutes} past the closing time.",
  extra_time_for_some:
    "{students:students} with {percent:percent} more time may write up to {minutes:fullMinutes} past the closing time.",
} as const;
