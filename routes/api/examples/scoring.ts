import type { z } from "zod";
import type { ExtractFeaturesBody } from "../../../protocol/features.ts";
import type { CalculateBody } from "../../../protocol/interval_scores.ts";
import type { PredictBody } from "../../../protocol/predict.ts";
import type { ExampleGroup } from "./example.ts";

export const SCORING: ExampleGroup = {
  tag: "scoring",
  title: "Scoring",
  lead: "Features and scores of attempts, and of figures from elsewhere.",
  examples: [
    {
      operation: "predict",
      body: {
        sample_id: "s-1",
        mean_dwell: 96,
        std_dwell: 31,
        mean_flight: 140,
        std_flight: 85,
        avg_mouse_speed: 0.6,
        tab_switch_count: 4,
        copy_events: 0,
        paste_events: 3,
        inactivity_time: 42,
      } satisfies z.input<typeof PredictBody>,
    },
    {
      operation: "features_extract",
      body: { attempt_id: "{attempt_id}", interval_seconds: 10 } satisfies z.input<typeof ExtractFeaturesBody>,
    },
    { operation: "features_test" },
    {
      operation: "scoring_calculate",
      body: {
        test_id: "{test_id}",
        interval_seconds: 10,
        window_size_seconds: 30,
      } satisfies z.input<typeof CalculateBody>,
    },
    { operation: "scoring_summary" },
  ],
};
