/** The page for whoever did not agree. */
export const declined = {
  tab: "You did not agree",
  title: "You did not agree, and that is fine",
  lead: "Nothing was captured, and no exam was started in your name.",
  otherWay:
    "Ask your teacher or your exam office for another way to sit this exam, for example in a room with an invigilator. Tell them that you declined the capture of behaviour in an online exam; you need not say why.",
  unclear:
    "If something in the text was unclear, the {privacy} says more. If you use assistive technology, it can be taken into account: your exam office can set that up.",
  privacy: "data-protection page",
  back: "Back to joining an exam",
} as const;
