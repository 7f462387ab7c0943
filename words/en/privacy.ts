/** The data-protection page. */
export const privacy = {
  title: "Data protection",
  lead:
    "What is captured while you sit an exam here, who sees it, and how long it is kept. This page is made from the same list that the server checks every event against, so it cannot be out of date. You agree to version {version}.",
  never: "What is never captured",
  captured: {
    title: "What is captured",
    lead:
      "Each with its time since your exam began. Inside an answer, its text is kept letter by letter with its time. Where your exam goes on over another device, browser or network, its time, network address and the browser's name are kept, too.",
  },
  use: {
    title: "What it is for",
    text:
      "From these events a risk between 0 and 100 is computed, as a sum of named shares with reasons. You see both yourself while you write, or once your exam is over, or not at all: each exam says which before you agree. A high risk makes a proctor look. It decides nothing: a person does, and you can ask for the record and its replay.",
  },
  seenBy: {
    title: "Who sees it",
    you:
      "You: your own risk as far as the exam shows it to you, and everything that was captured about you, to download.",
    staff: "The proctors and instructors of this exam. In the live room they see lengths of text, not your text.",
    nobodyElse: "Nobody else. No page here loads anything from another company.",
  },
  kept: {
    title: "How long it is kept",
    text:
      "Each exam says how long. Unless it says otherwise, events are removed after {events} days and reports after {reports}. What is under review is kept until the review ends. You can ask for your data to be erased: events, answers and names are removed, and only counts stay.",
  },
  browser: {
    title: "What stays in your browser",
    text:
      "Your answers until the server has them, and for 30 days a cookie with a random number. By it the same browser is known again, so that nobody behind the same network keeps you from joining. It names nobody, and it is not kept here.",
  },
  choice: {
    title: "Your choice",
    text:
      "You are asked before the exam starts, and nothing is captured before you agree. If you decline, you are told whom to ask about another way to sit the exam. If you use assistive technology, tell your exam office: it is taken into account in the score itself. What you say of it when you join is shown to the exam's staff and kept with your exam.",
  },
} as const;
