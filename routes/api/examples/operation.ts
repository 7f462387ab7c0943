import type { ExampleGroup } from "./example.ts";

export const OPERATION: ExampleGroup = {
  tag: "operation",
  title: "Running a server",
  lead: "Probes, figures, the audit log, and what waits for an admin's word.",
  examples: [
    { operation: "ping" },
    { operation: "healthz" },
    { operation: "readyz" },
    { operation: "get_metrics" },
    { operation: "get_operation" },
    { operation: "confirm_retention" },
    { operation: "list_audit", query: { limit: "2" } },
  ],
};
