/** What `/predict` says of a sample, by its level; and of itself, always. */
export const predictions = {
  low: "Low risk: little here is unusual. {simulated}",
  medium: "Medium risk: some of this is unusual and worth a look. {simulated}",
  high: "High risk detected: much of this is unusual; a person should look. {simulated}",
  simulated: "The models behind this were trained on simulated sessions only.",
} as const;
