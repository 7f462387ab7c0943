import type { Counted } from "../words.ts";

export const counted: Counted = {
  number: { other: "{n}" },
  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  percent: { other: "{n} %" },
  times: { "=1": "einmal", "=2": "zweimal", other: "{n}-mal" },
};
