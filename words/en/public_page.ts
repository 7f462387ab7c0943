/** The frame of the pages that are open to anyone. */
export const publicPage = {
  navigation: "Main",
  join: "Join an exam",
  staff: "Staff",
  docs: "Documentation",
  api: "API",
  privacy: "Data protection",
  principle: "A score is a reason to look, never a verdict. A person decides.",
  noScript: "An exam needs JavaScript: it saves your answers as you write them. Allow it for this page.",
  problem: {
    title: "This cannot be shown",
    toFirstPage: "To the start page",
  },
} as const;
