/** The first page. */
export const home = {
  tab: "Online exams",
  title: "Online exams, watched by how they are taken, not by a camera",
  lead:
    "No camera, no microphone, no screen recording. Invigil looks at the rhythm of an exam and tells a proctor, with reasons, when something is worth a look.",
  join: "Join an exam",
  signIn: "Sign in as staff",
  tryIt: "Try it in this page",
  /** What the pictures show, for whoever cannot see them, and beneath them. */
  pictures: {
    room: {
      alt:
        "The proctors' room: a list of students, those with the highest risk first, each with level, number, the largest reasons in points, state and progress.",
      caption:
        "The room of an exam with thirty simulated students. Whoever needs a look stands at the top, with the reason.",
    },
    exam: {
      alt:
        "A student's exam: the question, the answer being written, the time that is left, and the words “All changes saved”.",
      caption: "What a student sees: the question, the time, and that everything is saved.",
    },
    reasons: {
      alt:
        "A student beside the room: the risk over time, and what it is made of, each share with points, a sentence that says what was seen, and when.",
      caption: "What a risk is made of: each share with what was seen, what is usual, and when.",
    },
    replay: {
      alt:
        "The replay of an attempt: a timeline with incidents, a slider, and the answer, in which typed text and text that arrived in one piece look different.",
      caption: "How an answer came to be. What arrived in one piece looks different from what was typed.",
    },
  },
  how: {
    title: "How it works",
    sit: {
      name: "Students write",
      text: "In any browser, with a keyboard, a screen reader or a bad network. No answer is lost.",
    },
    score: {
      name: "The rhythm is looked at",
      text:
        "Typing, pointer, focus and clipboard become a risk within a second. Where there is too little to say, it says so.",
    },
    look: {
      name: "Proctors see who needs a look",
      text: "With the reason in plain words, and the moment behind it. Students can see their own.",
    },
    decide: {
      name: "A person decides",
      text:
        "Later, from a replay that ends in the submitted text, having heard the student. The score decides nothing.",
    },
  },
  sees: {
    title: "What it sees, and what it never sees",
    seen: {
      name: "Recorded",
      items: {
        keys: "when keys are pressed and for how long, and of which kind",
        answers: "how the answers come to be: typed, deleted, moved, put in as a piece",
        pointer: "how the pointer moves on the exam's page",
        pasted: "that something was copied or pasted, and how long it was",
        away: "when the page is left, and when it is offline",
        display: "the window's size, full screen, and whether there is a second screen",
      },
    },
    never: {
      name: "Never",
      items: {
        camera: "camera, microphone, or what a screen shows",
        key: "which key it was",
        clipboard: "what is on the clipboard",
        others: "other tabs, other programs, other pages",
      },
    },
    more: "Everything that is recorded, for how long, and who sees it",
  },
  rates: {
    title: "How often it is wrong",
    lead:
      "Measured on {n:plain} recorded sittings of people who did nothing wrong. In brackets the range that holds the true share in 95 of 100 cases.",
    signal: "Signal",
    speaks: "Said something at all",
    lifts: "Alone enough for more than “low”",
    unmeasured: "not measurable on recordings; simulated only",
    percent: "{n} %",
    rate: "{value} ({low}–{high})",
    more: "Every figure, what it was measured on, and what no signal can see",
  },
  promised: "Four promises, and what they can be held against",
  promises: {
    live: {
      name: "Live",
      text: "Proctors see a change within a second, with the reason for it in plain words.",
      proof: "Measured times",
    },
    kept: {
      name: "Nothing lost",
      text: "What was acknowledged is on disk. A dropped connection or a crash loses no answer.",
      proof: "How the log works",
    },
    explained: {
      name: "Explained",
      text: "A score is a sum of named shares, each tied to what was seen. It can be replayed and contested.",
      proof: "How a risk comes about",
    },
    fair: {
      name: "Fair",
      text: "Accommodations go into the score, and “too little to say” is an answer.",
      proof: "Error rates and limits",
    },
  },
  readers: {
    title: "Where to begin",
    students: {
      name: "Students",
      text: "What will happen, what is recorded, and how to show afterwards how your answers came to be.",
      links: { guide: "Sit an exam", check: "Try your device", verify: "Check your signed account" },
    },
    instructors: {
      name: "Instructors",
      text: "From an empty page to marked answers.",
      links: { write: "Write an exam", admit: "Let students in", results: "Give results" },
    },
    proctors: {
      name: "Proctors",
      text: "Hundreds at once: who needs you now, why, and what you can do.",
      links: { guide: "Work a room" },
    },
    reviewers: {
      name: "Reviewers",
      text: "Evidence that you can replay, contest and check, and a verdict that stands.",
      links: { guide: "Review attempts", verify: "Check an export" },
    },
    engineers: {
      name: "Engineers",
      text: "One process, one command, one database. Read the code before you believe it.",
      links: { run: "Run a server", architecture: "Architecture", api: "API reference" },
    },
  },
  run: {
    title: "Run it",
    lead: "On a machine that has Node: the first line starts it with a demo exam, the second runs every test.",
    more: "A server in ten minutes",
  },
} as const;
