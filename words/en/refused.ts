/** What is said where a call came to nothing and the server gave no reason of its own. */
export const refused = {
  unreachable: "The exam server cannot be reached. Check the network and try again.",
  not_answered: "The exam server gave no answer. Check the network and try again.",
  unexpected: "Something went wrong on the exam server. Wait a moment and try again.",
} as const;
