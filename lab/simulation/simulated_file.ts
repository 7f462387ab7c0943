const name = "simulated.txt";

/** The file that simulated students hand in: a text, the same for all. */
export const SIMULATED_FILE = {
  name,
  text: "A file that a simulated student hands in.\n",
  /** As an answer names it: the SHA-256 of its bytes, and its name. */
  choice: `cac9c7f8882e152fb8dbdac4b7ed3be1dfea5c88fc74b5808a6c7380a9129f59=${name}`,
} as const;
