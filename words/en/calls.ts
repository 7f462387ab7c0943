/** While a staff page asks the server, and where no answer came that could be shown instead. */
export const calls = {
  loading: "Loading…",
  unreachable: "The server cannot be reached. Check the connection and try again.",
  not_answered: "The server gave no answer. Check the connection and try again.",
  not_understood: "The server answered in a way that this page does not understand. Reload the page.",
  failed: "The server answered with status {status}. Try again.",
  strange_entry: "The log holds an entry that this page does not understand. Reload the page.",
  signedOut:
    "You are signed out. Sign in again in another tab, then try again here: what you wrote is still on this page.",
  partNotLoaded: "This part of the page could not be loaded. Check the connection.",
  again: "Try again",
  pager: { label: "Pages of the list", place: "{from}–{to} of {n}", before: "Previous", after: "Next" },
} as const;
