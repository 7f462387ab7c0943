/** Whom a personal link is for, before they agree to anything. */
export const personalLink = {
  title: "You are {name}",
  numbered: "You are {name}, number {number}",
  time: "You have {time}.",
  moreTime: "You have {time}; {extra} of it is the extra time that you are allowed.",
  duration: "{hours:fullHours} {minutes:fullMinutes}",
  began: "This link was used already. To go on on this device, ask a proctor.",
  over: "Your exam was handed in on {at}.",
  overResult: "Your result is there once your teachers have released it.",
  result: "Your result",
  notMe: "That is not me",
} as const;
