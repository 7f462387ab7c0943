/** What stands in place of the exam: it cannot go on, stands still, or is over. */
export const examScreens = {
  stuck: {
    not_joined: {
      title: "No exam is open on this device",
      text: "Join your exam with its code, or with the personal link that you were given.",
      action: "Join an exam",
    },
    not_opened: {
      title: "This exam cannot be opened from here",
      text: "It may have been moved to another device. If that was not you, tell your proctor now.",
      action: "Try again",
    },
    unreachable: {
      title: "The exam server cannot be reached",
      text: "This page goes on trying by itself. Whatever you wrote is kept on this device.",
      action: "Try now",
    },
    taken_over: {
      title: "Your exam is open somewhere else",
      text:
        "It was opened in another tab or on another device, and goes on there. Nothing can be changed here. If that was not you, tell your proctor now.",
      action: "Go on here instead",
    },
    protocol_version: {
      title: "This page is out of date",
      text: "The exam server was renewed. Load the page again to go on. Your work is kept on this device.",
      action: "Load again",
    },
    broken: {
      title: "The connection was closed",
      text:
        "The exam server did not accept what this page sent. Your work is kept on this device. Load the page again; if that does not help, tell your proctor.",
      action: "Load again",
    },
  },
  /** Before a proctor lets the student in. */
  waiting: {
    title: "Please wait to be let in",
    text: "You have joined. A proctor lets you in, and then your exam opens on this page by itself.",
    meanwhile:
      "Your time begins only then. Nothing is captured before, unless you practise below. You lose nothing by waiting.",
    until: "You can be let in until {until}.",
    offline: "Not connected at the moment. Your place is kept, and this page goes on trying.",
    letIn: "You have been let in. Your exam begins.",
    instructions: "Instructions for this exam",
  },
  hold: {
    paused: {
      title: "Your exam is paused",
      text: "A proctor has paused it. It goes on by itself, where you left it.",
    },
    locked: {
      title: "Your exam is locked for now",
      text:
        "A proctor has been told and will look at it. Nothing is decided. When it is released, you go on where you left it.",
      atHundred: "Your risk has reached 100. By this exam's rules it stays locked until a person has looked.",
      /** Where students do not see their risk. */
      byRules: "By this exam's rules it stays locked until a person has looked.",
    },
    onBreak: {
      title: "You have a break",
      text: "It lasts until {until}. Then your exam goes on by itself.",
      meanwhile: "Your time stands still and nothing is captured: you can leave this page, and come back to it.",
      /** Where breaks need no asking. */
      kept: "What you do not use of it stays for a later break.",
      back: "I am back: go on now",
    },
    meanwhile: "Your answers are kept, your time stands still, and nothing is captured. Please stay on this page.",
  },
  over: {
    submitted: {
      title: "Your exam is submitted",
      text:
        "Thank you. Before you close this page, copy your receipt and, on your own device, tick “This is my own device” below: otherwise your result does not open here later.",
    },
    deadline: {
      title: "Time is up: your exam was submitted",
      text:
        "Everything that you wrote until the end of your time is kept. Before you close this page, copy your receipt and, on your own device, tick “This is my own device” below.",
    },
    /** Closed before a proctor let the student in. */
    notAdmitted: {
      title: "The exam has closed before you were let in",
      text:
        "Your time has not begun, and nothing was captured. Tell your proctor or your exam office now: they can still let you begin, and this page then opens your exam.",
    },
    risk: {
      title: "Your exam was locked and submitted",
      text:
        "By this exam's rules it is submitted when the risk reaches 100. A person will look at what was seen before anything is decided, and you can ask for the record and give your explanation.",
    },
    /** As `risk`, where students do not see theirs. */
    rules: {
      title: "Your exam was locked and submitted",
      text:
        "This is by this exam's rules. A person will look at what was seen before anything is decided, and you can ask for the record and give your explanation.",
    },
    proctor: {
      title: "Your exam was ended by a proctor",
      text: "Your answers up to this moment are kept. If you do not know why, ask your proctor or your exam office.",
    },
  },
  closing: {
    leadsOn: "You will be taken to the next page in a moment. {go}",
    go: "Go there now",
    unsent: {
      title: "Some of your last work is still on this device",
      sending: "It is being sent. Please keep this page open.",
      waiting: "This device is not connected. It is sent once the connection is back: please keep this page open.",
      refused:
        "The server takes it no more by itself. Save it as a file and give that to your proctor or your exam office: they decide whether it counts. Do not clear this browser's data before.",
      typed: "{minutes:fullMinutes} of work with {characters:characters} typed did not reach the server in time.",
      chosen: "{minutes:fullMinutes} of work with {choices:answersChosen} did not reach the server in time.",
      typedAndChosen:
        "{minutes:fullMinutes} of work with {characters:characters} typed and {choices:answersChosen} did not reach the server in time.",
      download: "Save the file to hand over",
    },
    exam: "Exam",
    name: "Name",
    answered: "Answered",
    answeredOf: "{answered} of {count:questions}",
    receipt: {
      title: "Your receipt",
      meaning:
        "It stands for everything that was recorded of your exam, signed by the exam server. With it you can show whether the record was changed.",
      copy: "Copy receipt",
      copied: "Copied. Keep it safe.",
      marked: "This browser does not let the page copy. The receipt is selected: copy it by hand.",
    },
    captured: {
      title: "What was captured about you",
      lead: "Every event of your exam, as it was stored. {more}",
      more: "How it is used and how long it is kept",
      download: "Download what was captured",
      preparing: "Preparing…",
    },
  },
} as const;
