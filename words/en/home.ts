/** The first page. */
export const home = {
  tab: "Online exams",
  title: "Online exams, watched by how they are taken, not by a camera",
  lead:
    "No camera, no microphone, no screen recording. Invigil looks at the rhythm of an exam and tells a proctor, with reasons, when something is worth a look.",
  join: "Join an exam",
  signIn: "Sign in as staff",
  promises: {
    live: {
      name: "Live",
      text: "Proctors see a change within a second, with the reason for it in plain words.",
    },
    kept: {
      name: "Nothing lost",
      text: "What was acknowledged is on disk. A dropped connection or a crash loses no answer.",
    },
    explained: {
      name: "Explained",
      text: "A score is a sum of named shares, each tied to what was seen. It can be replayed and contested.",
    },
    fair: {
      name: "Fair",
      text: "Accommodations go into the score, and “too little to say” is an answer.",
    },
  },
} as const;
