/** What stands on every page, and what the parts say that any page may be made of. */
export const page = {
  skip: "Skip to the main part",
  /** What the browser's tab shows. */
  tab: "{title} · Invigil",
  /** Before what is wrong with a field, for screen readers. */
  error: "Error:",
  levels: {
    low: "Low",
    medium: "Medium",
    high: "High",
    insufficient: "Too early",
    /** Of an attempt that is over: there was too little to say anything, and there will be no more. */
    uncaptured: "Not captured",
  },
  connection: {
    connecting: "Connecting…",
    online: "Live",
    reconnecting: "Reconnecting…",
    refused: "Disconnected",
  },
} as const;
