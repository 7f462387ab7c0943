/** How an exam stands while it is written: time, saving, proctors' words, and the student's own risk. */
export const examStatus = {
  time: {
    left: "{left} left",
    hoursAndMinutes: "{hours:hours} {minutes:minutes}",
    stopped: "Time stands still",
    up: "Time is up",
    /** In place of the time in its last minute, where the student has hidden it. */
    lastMinute: "Less than a minute left",
    show: "Show time",
    hide: "Hide",
    hideAloud: "Hide time",
    leftAloud: "{left} left.",
    /** After a pause or a lock. */
    goesOnAloud: "Your exam goes on, {left} left.",
    changedAloud: "Your time has changed: {left} left.",
  },
  saving: {
    saved: "All changes saved",
    saving: "Saving…",
    unsaved: "Not saved yet.",
    unsavedOffline: "Not saved yet, not connected.",
    offline: "Not connected.",
    connecting: "Connecting again… {kept}",
    kept: "Keep going: your work is kept on this device.",
    /** Of what was written until the time was up. */
    atTheEnd: "Keep this page open: what is missing is sent once the connection is back.",
    notKept: "Keep going, but do not close this page: this browser lets it keep nothing.",
    aloud: {
      saved: "All changes saved.",
      savedOnline: "Connected again, all changes saved.",
    },
  },
  notices: {
    message: "Message from a proctor",
    warning: "A proctor asks for your attention",
    read: "I have read this",
  },
  risk: {
    title: "How this session looks",
    show: "Show how this session looks",
    hide: "Hide",
    hideAloud: "Hide how this session looks",
    number: "Risk {risk} of 100",
    levels: {
      insufficient: "It is too early to say anything.",
      low: "Nothing here asks for a closer look.",
      medium: "Some things are unusual. There may be a good reason for each.",
      high: "A proctor may take a closer look. Keep going: nothing is decided.",
      uncaptured: "Too little was captured to say anything.",
    },
    /** In the place of what is said of High, once the exam is over. */
    highAtTheEnd: "A proctor may take a closer look. Nothing is decided.",
    meaning: "What does this mean?",
    explanation:
      "It is computed from rhythm, focus and the like, never from what you answer. Proctors see the same number and more reasons. It decides nothing: a person does, and you can ask for the record.",
  },
} as const;
