/** Several proctors in one room: who is here, who looks after whom, and what they tell each other. */
export const roomPeople = {
  here: { alone: "Only you are here", names: "Here: {names}", me: "you" },
  row: {
    me: "you",
    mine: "You look after this student",
    looked: "Looked at by {names}",
    taken: "Taken by {name}",
  },
  taken: {
    nobody: "Nobody has taken this student.",
    mine: "You look after this student.",
    by: "Taken by {name}.",
    alsoLook: "Looking too: {names}.",
    take: "Take",
    takeOver: "Take over",
    giveBack: "Give back",
  },
  whose: {
    label: "Taken by",
    anybody: "Taken or not",
    mine: "Mine",
    nobody: "Nobody's",
    my_groups: "My groups",
  },
  talk: {
    title: "Staff",
    none: "Nobody has said anything yet.",
    handover: "hand-over",
    handoverOf: "Hand-over by {name}, {at}",
    takeAway: "Take the hand-over away",
    label: "Say to the staff of this exam",
    send: "Say",
    asHandover: "Leave as hand-over",
    kept: "Students see nothing of it. It is kept as long as the exam's events.",
    aloud: "{name}: {text}",
  },
} as const;
