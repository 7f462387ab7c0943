/** The page before an exam: what to know in short, what the exam asks, and when it opens. */
export const before = {
  inShort: "In short",
  captured:
    "There is no camera. How you type, point and move between windows is recorded, and your answers letter by letter.",
  /** By the exam's policy `show_risk`. */
  risk: {
    live: "A risk is computed from it, and you see it as you write. It is a reason to look: a person decides.",
    after: "A risk is computed from it, and you see it after the end. It is a reason to look: a person decides.",
    never: "A risk is computed from it, and only proctors see it. It is a reason to look: a person decides.",
  },
  kept:
    "Events are kept for {events:fullDays}, reports for {reports:fullDays}, and you can download what was recorded.",
  network: "If your network fails, go on writing: your work is kept on this device and sent later.",
  asked: "This exam asks you:",
  /** By the exam's policy `rules`, after `asked`. */
  rules: {
    fullscreen:
      "To write in full screen, unless you use assistive technology. You can leave it at any time; that is recorded.",
    copy: "Not to copy the questions. Your own answers you may always copy.",
    print: "Not to print the exam.",
    context_menu: "To use the menu of the right button only within your answers.",
  },
  details: "Everything that is captured, why, and what happens with it",
  /** Where an exam is sat forward only. */
  forward: {
    title: "This exam goes forward only",
    text: "Once you go on to the next question, you cannot come back to the one before or change its answer.",
  },
  /** Where a proctor lets students in. */
  admission: {
    title: "A proctor lets you in",
    text: "Once you have joined you wait until a proctor lets you in. Your time begins only then.",
  },
  instructions: "Instructions for this exam",
  check: {
    lead: "New here, or on another device? {check}",
    link: "Check this device and practise",
  },
  opening: {
    in: "It opens in {left}.",
    hint: "Fill in the form now if you like: you need not load this page again.",
    open: "This exam is open now",
    /** Where a proctor lets students begin. */
    openHintLetIn: "Join now, and a proctor lets you in. Your time begins only then.",
    openHint: "Start when you are ready. Your time begins when you start.",
  },
} as const;
