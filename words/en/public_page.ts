/** The frame of the pages that are open to anyone. */
export const publicPage = {
  navigation: "Main",
  places: { demo: "Demo", docs: "Docs", verify: "Verify", join: "Join", staff: "Staff sign in", staffShort: "Staff" },
  docs: "Documentation",
  api: "API",
  privacy: "Data protection",
  principle: "A score is a reason to look, never a verdict. A person decides.",
  noScript: "An exam needs JavaScript: it saves your answers as you write them. Allow it for this page.",
  /** What is shown where somebody shares the address of a page. */
  social: {
    line: "Exams in the browser, watched without a camera",
    picture: "Invigil: exams in the browser, watched without a camera",
  },
  problem: {
    title: "This cannot be shown",
    toFirstPage: "To the start page",
  },
} as const;
