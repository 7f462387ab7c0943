import { useEffect, useState } from "preact/hooks";
import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import { useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { ReplayPart, type WantedMoment } from "./replay_part.tsx";
import { readRecording, type Recording, staffPages } from "./replay_source.ts";

interface ReplayOpenerProps {
  /** Of the exam's endpoint. */
  base: string;
  /** Of the attempt's endpoint. */
  path: string;
  detail: AttemptDetail;
  /** Opens the replay at a moment. */
  wanted: WantedMoment | null;
}

/** Reads the log only once somebody asks for the replay. */
export function ReplayOpener({ base, path, detail, wanted }: ReplayOpenerProps) {
  const words = useWords("replay");
  const failureText = useFailureText();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function open() {
    setBusy(true);
    const read = await readRecording(staffPages(path));
    setBusy(false);
    if ("problem" in read) return setProblem(failureText(read.problem));
    setProblem(null);
    setRecording(read);
  }

  useEffect(() => {
    if (wanted === null) return;
    if (recording === null) void open();
    document.getElementById("replay")?.scrollIntoView({ block: "start" });
  }, [wanted]);

  return (
    <div id="replay">
      <PagePart title={words.title} lead={words.lead}>
        {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
        {recording === null
          ? (
            <div>
              <Button data-replay-open busy={isBusy} onClick={open}>
                <Icon name="play" />
                {words.open}
              </Button>
            </div>
          )
          : <ReplayPart {...{ recording, detail, wanted, base }} />}
      </PagePart>
    </div>
  );
}
