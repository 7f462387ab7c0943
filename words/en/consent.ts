/** What an exam captures and why, for whoever is asked to agree to it. */
export const consent = {
  code: "Exam {code}",
  lead: "{questions:questions}, {duration}. Your answers are saved as you write.",
  duration: "{hours:fullHours} {minutes:fullMinutes}",
  captured: {
    title: "What is captured, and why",
    lead:
      "There is no camera. Invigil looks at how an exam is taken. Inside an answer, its text is kept letter by letter with its time; outside answers, never which key you press. Each entry carries the time since your exam began.",
  },
  never: "What is never captured",
  use: {
    title: "What happens with it",
    /** By the exam's policy `show_risk`. */
    risk: {
      live: "From these events a risk between 0 and 100 is computed, with reasons. You see both as you write.",
      after:
        "From these events a risk between 0 and 100 is computed, with reasons. You see both once your exam is over, and not while you write.",
      never:
        "From these events a risk between 0 and 100 is computed, with reasons. In this exam you are not shown either; proctors see both.",
    },
    person: "A risk is a reason to look, never a verdict. A person decides, and you can ask for the record.",
    atHundred: {
      alert_only: "If the risk reaches 100, proctors are alerted. Your exam goes on.",
      lock_until_released:
        "If the risk reaches 100, your exam is locked until a proctor has looked. The locked time is given back to you.",
      lock_and_submit:
        "If the risk reaches 100, your exam is locked and submitted as it stands. A person looks at it afterwards, before anything is decided.",
    },
    kept: "Events are kept for {events:fullDays}, reports for {reports:fullDays}; longer only while a review is open.",
    deadline: "When your time is up, the exam is submitted with what you have written.",
    network: "Your network may fail: what you write is kept on this device and sent later.",
    networkWithGrace:
      "Your network may fail: what you write is kept on this device and sent later, up to {grace} after the end.",
    accommodations:
      "You use assistive technology or have been granted extra time? Tell your exam office before you start: it is taken into account in the risk itself.",
  },
  privacy: "All about data protection",
  withToken: "Start with your personal link",
  who: "Who are you?",
} as const;
