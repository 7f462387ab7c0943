import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { AlertBox } from "../../components/alert_box.tsx";
import type { WhatIfPanelProps } from "../what_if/what_if_panel.tsx";
import type { LogSource } from "./log_source.ts";

/** Reads the whole log and brings in the scorer, which only this tab needs, then hands over to the panel. */
export function WhatIfTab({ log }: { log: LogSource }) {
  const [panel, setPanel] = useState<{ Panel: FunctionComponent<WhatIfPanelProps> } | null>(null);
  const [read, setRead] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    Promise.all([import("../what_if/what_if_panel.tsx"), log.readOn(() => setRead(log.entries.length))]).then(
      ([module, failure]) => {
        if (isGone) return;
        if (failure !== null) setProblem(failure);
        else setPanel({ Panel: module.WhatIfPanel });
      },
      () => setProblem("The scorer could not be loaded. Check the connection and open this tab again."),
    );
    return () => {
      isGone = true;
    };
  }, [log]);

  if (problem !== null) return <AlertBox tone="problem" role="alert" title={problem} />;
  if (panel === null) {
    return <p role="status" class="text-sm text-ink-soft">Reading the log… {read > 0 && `${read} entries`}</p>;
  }
  return <panel.Panel entries={log.entries} contexts={log.contexts} />;
}
