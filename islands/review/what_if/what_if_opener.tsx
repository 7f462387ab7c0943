import type { FunctionComponent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { LogSource } from "../../proctor/drawer/log_source.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import type { WhatIfPanelProps } from "./what_if_panel.tsx";

/** Where the page is opened for it. */
const PLACE = "what-if";

/** @param path Of the attempt's endpoint. Reads the log and brings in the scorer only once somebody asks for it. */
export function WhatIfOpener({ path }: { path: string }) {
  const log = useMemo(() => new LogSource(`${path}/log`), [path]);
  const [isWanted, setWanted] = useState(false);
  const [panel, setPanel] = useState<{ Panel: FunctionComponent<WhatIfPanelProps> } | null>(null);
  const [read, setRead] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const { speaker } = useSpeech();
  const words = useWords("whatIf");
  const { readingLog, readingLogAt, noScorer } = useWords("drawer");
  const failureText = useFailureText();

  async function open() {
    setWanted(true);
    try {
      const [module, failure] = await Promise.all([
        import("./what_if_panel.tsx"),
        log.readOn(() => setRead(log.entries.length)),
      ]);
      if (failure !== null) setProblem(failureText(failure));
      else setPanel({ Panel: module.WhatIfPanel });
    } catch {
      setProblem(noScorer);
    }
  }

  // From the room one comes here to try it.
  useEffect(() => {
    if (location.hash !== `#${PLACE}`) return;
    part.current?.scrollIntoView({ block: "start" });
    void open();
  }, []);

  return (
    <div id={PLACE} ref={part} class="scroll-mt-4">
      <PagePart title={words.whatIf} lead={words.opens}>
        {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
        {panel !== null
          ? <panel.Panel entries={log.entries} contexts={log.contexts} />
          : isWanted && problem === null
          ? (
            <p role="status" class="text-sm text-ink-soft">
              {read === 0 ? readingLog : speaker.say(readingLogAt, { n: read })}
            </p>
          )
          : (
            <div>
              <Button onClick={() => void open()}>
                <Icon name="sliders" />
                {words.open}
              </Button>
            </div>
          )}
      </PagePart>
    </div>
  );
}
