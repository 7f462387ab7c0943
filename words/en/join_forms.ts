/** The forms that lead into an exam: its code, and who sits it. */
export const joinForms = {
  code: {
    label: "Exam code",
    hint: "Your teacher or exam office gave it to you, for example BIO-101.",
    missing: "Enter the exam code",
    malformed: "An exam code is 3 to 32 letters, digits and hyphens, without spaces",
    submit: "Continue",
  },
  open: {
    title: "Open in this browser",
    goOn: "Go on as {name}",
    somebodyElse: "If you are somebody else, join below.",
  },
  token: {
    label: "Personal link",
    hint: "The whole link, or only the letters and digits behind its #. It was given to you alone.",
    missing: "Enter your personal link",
    used: "This personal link is in use already. If that was not you, tell your proctor now.",
    unknown: "This personal link opens no exam. Check it letter by letter, or ask your exam office.",
    have: "I have a personal link",
    haveNot: "I have no personal link",
  },
  name: {
    label: "Your full name",
    missing: "Enter your name",
    unusable: "Enter your name in characters that can be seen, with at most {most} of them",
  },
  number: {
    label: "Student number (if you have one)",
    used: "This number sits this exam already. If that was not you, or you must go on here, tell your proctor now.",
    unusable: "Enter your student number in characters that can be seen, with at most {most} of them",
  },
  opens: "This exam opens on {at}",
  opensHint: "You can read everything here before, and come back then.",
  declared: {
    label: "Do you use any of these? (optional)",
    hint:
      "In your own words: proctors see it, and it is kept with your exam. It gives no extra time; for that, tell your exam office or ask a proctor.",
    options: {
      dictation: "I dictate",
      screen_reader: "I use a screen reader",
      switch_access: "I use a switch",
      motor_impairment: "I use other aids because of limited movement",
    },
  },
  consent: {
    label: "I have read what is captured and why, and I agree to it for this exam.",
    missing: "Agree to go on, or decline below",
    submit: "Agree and start the exam",
    busy: "Starting…",
    decline: "I do not agree",
    /** Where a proctor lets students begin. */
    submitToWait: "Agree and join",
    timeBeginsLetIn: "Your time begins when a proctor lets you in.",
    timeBegins: "Your time begins when you start.",
  },
  problems: {
    storage: "This browser keeps nothing for this page. Allow site data, or use another browser.",
    unknownExam: "There is no exam with this code any more. Ask whoever gave it to you.",
    notOpen: "This exam has not opened yet. Try again at its start.",
    notOpenUntil: "This exam opens on {at}. Try again then.",
    closed: "This exam is closed. Ask your exam office.",
    full: "This exam is full: no more students can join. Tell your proctor.",
    tokenOnly: "This exam is joined with a personal link. Ask your exam office for yours.",
    crowded: "Very many students are joining right now. Wait a minute, then try again.",
  },
} as const;
