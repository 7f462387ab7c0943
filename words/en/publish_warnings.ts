/** What an author is told who publishes an exam that can be published, but may not be meant so. */
export const publishWarnings = {
  extra_time_for_all:
    "Everybody has {percent:percent} more time. Whoever begins at the opening may write up to {minutes:fullMinutes} past the closing time.",
  extra_time_for_some:
    "{students:students} with {percent:percent} more time may write up to {minutes:fullMinutes} past the closing time.",
  open_beside_roster:
    "There is a list of students, and still anybody with the code can join. Choose who can join, if only those on the list are meant to.",
  picture_without_text:
    "A picture has no alternative text, so whoever cannot see it learns nothing of it. Write what it shows between the square brackets.",
  formula_unread: "A formula cannot be read. It is shown as it was written.",
} as const;
