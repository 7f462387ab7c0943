/** What `/predict` says of a sample: its level, what that rests on, and what it was learnt from, always. */
export const predictions = {
  low: "Low risk: little here is unusual.",
  medium: "Medium risk: some of this is unusual and worth a look.",
  high: "High risk detected: much of this is unusual; a person should look.",
  too_little: "Low risk, but too little was measured to say anything.",
  rests_on: "It rests on {fields}.",
  rests_on_nothing: "Nothing in these fields adds to it.",
  learnt_from:
    "Learnt from the live score of simulated sittings and of recorded writing with simulated events; the live " +
    "score sees more.",
} as const;
