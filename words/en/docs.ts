/** The documents at `/docs`: what stands around them. They themselves are in English. */
export const docs = {
  title: "Documentation",
  lead: "How to sit, watch, review, write and run exams here, how a score comes about, and how often it is wrong.",
  english: "The documents are in English.",
  reference: "Every REST call and socket message: the API reference",
  readers: {
    students: "For students",
    proctors: "For proctors",
    reviewers: "For reviewers",
    instructors: "For instructors",
    privacyOfficers: "For privacy officers",
    operators: "For operators",
    everyone: "The score and its error rates",
    developers: "For developers",
    decisions: "Why it was built this way",
  },
  all: "All documents",
  documents: "Documents",
  onThisPage: "On this page",
  neighbours: "Before and after",
  previous: "Before",
  next: "Next",
} as const;
