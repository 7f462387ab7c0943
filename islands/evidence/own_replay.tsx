import { useEffect, useState } from "preact/hooks";
import type { OwnEvidence } from "../../protocol/own_evidence.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useWords } from "../components/speech.tsx";
import { ReplayPart, type WantedMoment } from "../review/replay/replay_part.tsx";
import { readRecording, type Recording } from "../review/replay/replay_source.ts";
import { failureText } from "../student/failure_text.ts";
import { ownPages } from "./read_evidence.ts";

interface OwnReplayProps {
  evidence: OwnEvidence;
  token: string;
  /** Opens the replay at a moment. */
  wanted: WantedMoment | null;
}

/** How the own answers came to be, read only once its student asks for it. */
export function OwnReplay({ evidence, token, wanted }: OwnReplayProps) {
  const words = useWords("ownEvidence").replay;
  const refused = useWords("refused");
  const [recording, setRecording] = useState<Recording | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function open() {
    setBusy(true);
    const read = await readRecording(ownPages(token));
    setBusy(false);
    if ("problem" in read) return setProblem(failureText(read.problem, refused));
    setProblem(null);
    setRecording(read);
  }

  useEffect(() => {
    if (wanted === null) return;
    if (recording === null) void open();
    document.getElementById("replay")?.scrollIntoView({ block: "start" });
  }, [wanted]);

  if (recording !== null) {
    const { timeline, reasons, flags } = evidence.risk ?? { timeline: [], reasons: [], flags: [] };
    return <ReplayPart detail={{ timeline, reasons, flags, actions: evidence.actions }} {...{ recording, wanted }} />;
  }
  return (
    <>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <div>
        <Button data-replay-open busy={isBusy} onClick={open}>
          <Icon name="play" />
          {words.open}
        </Button>
      </div>
    </>
  );
}
