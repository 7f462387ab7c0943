import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { AlertBox } from "../../components/alert_box.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import type { WhatIfPanelProps } from "../what_if/what_if_panel.tsx";
import type { LogSource } from "./log_source.ts";

/** Reads the whole log and brings in the scorer, which only this tab needs, then hands over to the panel. */
export function WhatIfTab({ log }: { log: LogSource }) {
  const [panel, setPanel] = useState<{ Panel: FunctionComponent<WhatIfPanelProps> } | null>(null);
  const [read, setRead] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("drawer");
  const failureText = useFailureText();

  useEffect(() => {
    let isGone = false;
    Promise.all([import("../what_if/what_if_panel.tsx"), log.readOn(() => setRead(log.entries.length))]).then(
      ([module, failure]) => {
        if (isGone) return;
        if (failure !== null) setProblem(failureText(failure));
        else setPanel({ Panel: module.WhatIfPanel });
      },
      () => setProblem(words.noScorer),
    );
    return () => {
      isGone = true;
    };
  }, [log]);

  if (problem !== null) return <AlertBox tone="problem" role="alert" title={problem} />;
  if (panel === null) {
    const reading = read === 0 ? words.readingLog : speaker.say(words.readingLogAt, { n: read });
    return <p role="status" class="text-sm text-ink-soft">{reading}</p>;
  }
  return <panel.Panel entries={log.entries} contexts={log.contexts} />;
}
