/** What stands on every page. */
export const page = {
  skip: "Skip to the main part",
} as const;
