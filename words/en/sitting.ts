/** What is at hand while an exam is written: instructions, the display, the questions at a glance, and the end of the time. */
export const sitting = {
  /** Seen at ten, five and one minutes. */
  warning: {
    title: "{left} left",
    text: "What you write is saved as you go. At the end it is submitted by itself.",
    close: "Close",
  },
  help: {
    open: "Help and display",
    instructions: "Instructions",
    /** Where the exam's authors gave none. */
    noInstructions: "This exam has no instructions of its own.",
    proctor: "Something is not as it should be?",
    ask: "Ask a proctor",
    close: "Close",
  },
  display: {
    title: "How it looks",
    lead: "Kept on this device. It changes nothing of your exam, and nobody is told.",
    text: { name: "Text size", normal: "Normal", large: "Large", larger: "Larger", largest: "Largest" },
    contrast: { name: "Contrast", normal: "Normal", more: "More" },
    spacing: { name: "Spacing of letters and lines", normal: "Normal", wide: "Wide" },
  },
  map: {
    filter: "Show",
    all: "All",
    open: "Not answered",
    flagged: "Flagged",
    none: { all: "There are no questions.", open: "Every question is answered.", flagged: "No question is flagged." },
    range: "{from} to {to}",
    keys: "Arrow keys go from question to question.",
  },
  /** While a student waits to be let in. */
  practice: {
    title: "Practise while you wait",
    kept:
      "If you like. What you write stays on this page; kept is how you type it: when each key was pressed and for how long. The first minutes of your exam are compared with it. It adds no risk by itself, a difference never leads above low, and whoever leaves it out loses nothing.",
    start: "Start practising",
    task: "Describe the place where you sit your exam, in a few sentences.",
    stop: "Stop practising",
  },
  /** Where an exam goes forward only. `list` are numbers of questions; `one` for one of them. */
  forward: {
    note: "This exam goes forward only: once you go on, you cannot come back to this question.",
    title: "Go on to question {number}?",
    leave: {
      one: "You cannot come back to question {list} after that, or change its answer.",
      many: "You cannot come back to questions {list} after that, or change their answers.",
    },
    open: { one: "Question {list} is not answered.", many: "Questions {list} are not answered." },
    sending: {
      one: "A file for question {list} is still being sent. If you go on now, it does not count.",
      many: "Files for questions {list} are still being sent. If you go on now, they do not count.",
    },
    stay: "Stay here",
    goOn: "Go on",
    cannotGoBack: "You cannot go back to questions that you have left.",
    map: {
      answered: "Question {number}, answered, left behind",
      open: "Question {number}, not answered, left behind",
    },
  },
  /** On the closing page. */
  closing: {
    handedIn: "Handed in",
    ended: "Ended",
    received: "Received",
    amount: "{answered} of {count:questions} answered, {characters:characters} in all",
    saved: "Last saved",
    next: "What happens next",
    marking:
      "Your answers are marked. Where there is a reason to, a person looks at what was recorded, and decides: it changes no mark by itself.",
    manual: "Once your teachers have released the results, you find yours on the page {page}.",
    afterClose: "Once the exam is closed for everybody, you find your result on the page {page}.",
    resultPage: "Your result",
    ownWords: "There you can also say in your own words what the exam's staff should know.",
    kept:
      "What was recorded, event by event, and your answers are deleted after {events:fullDays}; your name, marks and the report after {reports:fullDays}. Nothing goes while a review is open.",
    device: "On this device",
    left:
      "Your answers have arrived. Their copies and the questions were removed from this device. Your receipt and your result open in this tab until you close it.",
    keep: "This is my own device: let it open my result later",
    keepHint: "Leave it off at a shared computer. A personal link opens your result anywhere.",
  },
  /** By the exam's policy `rules`: said when they are met. */
  rules: {
    fullscreen: {
      title: "This exam asks you to write in full screen",
      text:
        "You can leave it at any time with Escape, and write without it as well. When it is entered or left is recorded.",
    },
    left: {
      title: "You have left full screen",
      text: "You can go on as you are. This exam asks for full screen, and that it was left is recorded.",
    },
    copy: {
      title: "Please do not copy the questions",
      text:
        "Nothing was held back: that text was copied, and how much, is recorded. Your own answers you may always copy.",
    },
    print: {
      title: "Please do not print this exam",
      text: "The questions are not on what is printed.",
    },
    context_menu: {
      title: "Please do without the menu of the right button here",
      text: "Within your answers you may use it, as for spelling.",
    },
    goFull: "Full screen",
    notNow: "Go on without",
    close: "Close",
    notPrinted: "This exam is not to be printed.",
  },
  /** Before an answer in the list of all. */
  yourAnswer: "Your answer:",
} as const;
