/** While a staff page asks the server, and where no answer came that could be shown instead. */
export const calls = {
  loading: "Loading…",
  unreachable: "The server cannot be reached. Check the connection and try again.",
  not_answered: "The server gave no answer. Check the connection and try again.",
  not_understood: "The server answered in a way that this page does not understand. Reload the page.",
  failed: "The server answered with status {status}. Try again.",
  strange_entry: "The log holds an entry that this page does not understand. Reload the page.",
} as const;
