/** The search in the documents. */
export const docsSearch = {
  label: "Search the documentation",
  hint: "In titles, headings and texts. Enter opens the first; the arrow keys lead through the others.",
  button: "Search",
  found: "Found: {n:plain}",
  nothing: "Nothing has even half of these words. Try fewer, or shorter ones.",
  results: "What was found",
} as const;
