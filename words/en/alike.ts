/** Answers alike: what each index says, what chance is, and what is assumed. */
export const alike = {
  pageTitle: "Answers alike: {exam}",
  title: "Answers alike",
  lead: "Places to look at, no risk: each can have a plain reason, and no score knows of it.",
  back: "Back to the review",
  compare: "Compare answers",
  compareAgain: "Compare again",
  comparing: "Comparing. This takes some seconds; nothing of it is kept.",
  compared: "Compared: {persons:students} whose attempts are over, and {questions:questions} with a key or marks.",
  leftOut: "Left out, since their answers were removed: {n:students}.",
  tooSmallTitle: "Too small to compare",
  pairs: "Pairs",
  people: "Single students",
  how: "How it is compared",
  howLead: "Each index with what it assumes, and the smallest exam of which it says anything.",
  assumes: "Assumes: {assumption}",
  from: "From {persons:students} and {questions:questions} on.",
  upTo: "With more than {most:students} another index says the same better.",
  notUsed: "not looked at here",
  chance: "chance {percent} %",
  chanceBelow: "chance under 0.1 %",
  two: "{one} and {other}",
  passageOf: "{length:plain} letters and signs; pairs with one as long: {count:plain}",
  of: "{n} of {all}",
  more: "Show more ({n})",
  reading: "Reading both texts…",
  cut: "There were more passages than are told here.",
  columns: {
    students: "Students",
    student: "Student",
    same: "Same answers",
    wrong: "Same wrong ones",
    chance: "Chance, corrected",
  },
  too_small:
    "This exam is too small to compare its answers: {persons} people, and {questions} questions that tell people apart. From {least_persons} people and {least_questions} questions on something can be said.",
  nothing: "Nothing here is more alike than chance gives.",
  corrected:
    "Chances are corrected for all that were looked at: of what is told, one in twenty at most is chance alone.",
  looked_at: "{count} looked at",
  indices: {
    same_answers: {
      name: "Same answers",
      meaning: "More of the same answers than the ability of either gives (ω; generalised binomial test)",
      assumes:
        "Answers are independent given ability; wrong answers are shared out alike at every ability. Parameters come from this exam.",
    },
    same_wrong: {
      name: "Same wrong answers",
      meaning: "More of the same wrong answers than others with as many wrong ones share (K1)",
      assumes: "What is shared by chance grows evenly with how much is wrong.",
    },
    longest_run: {
      name: "Longest run",
      meaning: "The longest row of questions with the same answers",
      assumes:
        "Given how many answers are the same, where they lie is chance. Counted in the exam's own order of questions.",
    },
    misfit: {
      name: "Unexpected pattern",
      meaning: "Easy questions wrong and hard ones right (lz*)",
      assumes: "One ability answers all questions. Guessing, haste and illness do the same.",
    },
    guttman_errors: {
      name: "Unexpected pattern",
      meaning: "Easier questions wrong where harder ones are right (Guttman errors)",
      assumes: "Questions are as hard for everybody in the same order. Guessing, haste and illness do the same.",
    },
    odd_times: {
      name: "Unusual times",
      meaning: "Times that do not follow the questions' at all (lognormal model)",
      assumes: "Times are lognormal about one speed. A pause, a lost network or going back do the same.",
    },
    fast_and_right: {
      name: "Fast and right",
      meaning: "Fast just where right answers were not to be expected",
      assumes:
        "Given ability and speed, times and right answers are independent. Who knows a field well is fast there.",
    },
  },
  passages: {
    name: "Common passages",
    meaning: "Text that two answers have in common, letter for letter; what the paper shows is left out",
    assumes: "No model of language: {count} pairs of this exam have a passage as long. A common source does the same.",
    widespread: "{persons} people have this passage: a source or a lesson that all know, more likely than each other.",
  },
} as const;
