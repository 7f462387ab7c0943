/** The tabs between the pages of an exam. */
export const examTabs = {
  pages: "Pages of this exam",
  people: "People",
  edit: "Exam",
  room: "Room",
  marking: "Marking",
  review: "Review",
  overview: "Overview",
  results: "Results",
} as const;
