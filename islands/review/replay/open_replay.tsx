import { useEffect, useState } from "preact/hooks";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import type { ReplayedAttempt } from "./incidents.ts";
import { ReplayPart, type WantedMoment } from "./replay_part.tsx";
import { type PageReader, readRecording, type Recording } from "./replay_source.ts";

interface OpenReplayProps<Problem> {
  /** Reads pages of the replay. */
  pages: PageReader<Problem>;
  /** What went wrong, in words. */
  say: (problem: Problem) => string;
  title: string;
  lead: string;
  /** Of the button. */
  open: string;
  detail: ReplayedAttempt;
  /** Opens the replay at a moment. */
  wanted: WantedMoment | null;
  /** Of the exam's endpoint; left out where nothing is to be told of others. */
  base?: string;
}

/** A part of a page with a replay: the log is read only once somebody asks for it. */
export function OpenReplay<Problem>({ pages, say, title, lead, open, detail, wanted, base }: OpenReplayProps<Problem>) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function read() {
    setBusy(true);
    const outcome = await readRecording(pages);
    setBusy(false);
    if ("problem" in outcome) return setProblem(say(outcome.problem));
    setProblem(null);
    setRecording(outcome);
  }

  useEffect(() => {
    if (wanted === null) return;
    if (recording === null) void read();
    document.getElementById("replay")?.scrollIntoView({ block: "start" });
  }, [wanted]);

  return (
    <div id="replay">
      <PagePart title={title} lead={lead}>
        {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
        {recording === null
          ? (
            <div>
              <Button data-replay-open busy={isBusy} onClick={read}>
                <Icon name="play" />
                {open}
              </Button>
            </div>
          )
          : <ReplayPart {...{ recording, detail, wanted, base }} />}
      </PagePart>
    </div>
  );
}
