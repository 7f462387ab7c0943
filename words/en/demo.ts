/** A short exam and its proctor's view, side by side. */
export const demo = {
  title: "Try it: two minutes as student and proctor",
  lead:
    "Write on one side, and see on the other what a proctor would. All of it happens in this page: nothing is sent, and nothing is kept.",
  noScript: "This page needs JavaScript: the exam and what its proctor sees run in it. Nothing of either is sent.",
  exam: "The exam",
  before: "One question, as in a real exam. From the moment you begin, this page records what an exam would.",
  start: "Begin",
  question: "What did you do last weekend? Write a few sentences.",
  finish: "Hand in",
  again: "Once more",
  below: "Below: how your answer came to be",
  guide: "What to try",
  tries: {
    write:
      "Write two or three sentences of your own. A risk needs something to look at: at first there is too little to say.",
    paste: "Copy something from another page and paste it.",
    leave: "Change to another tab or window for half a minute, come back and write on.",
    retype: "Type this paragraph as it stands:",
    program: "Let a little program type for you:",
  },
  copyThis:
    "The lighthouse at the end of the pier was built in 1874, and for ninety years a keeper climbed its stairs each evening to light the lamp.",
  letType: "Type for me",
  typed:
    "On Saturday we took the early train to the coast and walked along the beach until the rain came, and then we sat in a café and read.",
  proctor: "What a proctor sees",
  nothingYet: "Nothing yet: it begins with the exam.",
  of100: "of 100",
  signals: "Every signal",
  replay: "Afterwards: how the answer came to be",
  replayLead: "What a reviewer plays, and you too. It ends in exactly what you handed in.",
  whatIf: "Afterwards: what if?",
  whatIfLead: "The same events, scored in another way: what if dictation had been known, or a signal did not count?",
  events: "The events",
  eventsLead:
    "All that was recorded here, a line a second. With the code of Invigil, “deno task score” makes the same scores of it.",
  save: "Save the events",
} as const;
