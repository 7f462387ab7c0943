import { useMemo } from "preact/hooks";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { stepOf } from "../../protocol/replay_step.ts";
import { Button } from "../components/button.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useWords } from "../components/speech.tsx";
import { ReplayModel } from "../review/replay/replay_model.ts";
import { ReplayPart } from "../review/replay/replay_part.tsx";
import type { Recording } from "../review/replay/replay_source.ts";
import { WhatIfPanel } from "../review/what_if/what_if_panel.tsx";
import { DEMO_CONTEXT, type DemoSitting } from "./demo_sitting.ts";
import { useSpokenReasons } from "./proctor_side.tsx";

interface AfterwardsProps {
  sitting: DemoSitting;
  question: PaperQuestion;
}

/** What a reviewer would see afterwards: the replay and the what-if, and the events to take away. */
export function Afterwards({ sitting, question }: AfterwardsProps) {
  const words = useWords("demo");
  const spoken = useSpokenReasons();
  const { recording, entries, contexts } = useMemo(() => ({
    recording: recordingOf(sitting, question),
    entries: sitting.entries(),
    contexts: new Map([[DEMO_CONTEXT, sitting.context]]),
  }), [sitting]);
  const watched = sitting.watched.value;

  function save() {
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([sitting.lines()], { type: "application/x-ndjson" }));
    anchor.download = "invigil-demo.ndjson";
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  return (
    <div id="demo-afterwards" tabIndex={-1} class="flex flex-col gap-8 border-t border-line pt-8">
      <PagePart title={words.replay} lead={words.replayLead}>
        <ReplayPart
          recording={recording}
          detail={{
            timeline: (watched?.points ?? []).map(([t, risk]): [number, number] => [t, risk]),
            reasons: spoken(watched?.reasons ?? []),
            flags: [],
            actions: [],
          }}
          wanted={null}
        />
      </PagePart>
      <PagePart title={words.whatIf} lead={words.whatIfLead}>
        <div class="rounded-lg border border-line bg-raised p-4">
          <WhatIfPanel entries={entries} contexts={contexts} />
        </div>
      </PagePart>
      <PagePart title={words.events} lead={words.eventsLead}>
        <div>
          <Button onClick={save}>{words.save}</Button>
        </div>
      </PagePart>
    </div>
  );
}

function recordingOf({ batches }: DemoSitting, question: PaperQuestion): Recording {
  const events = batches.flat();
  const steps = events.flatMap((event) => stepOf(event) ?? []);
  const keys = new Map<number, number>();
  for (const { type, t } of events) {
    if (type !== "keystroke_data") continue;
    const second = Math.floor(t / 1_000);
    keys.set(second, (keys.get(second) ?? 0) + 1);
  }
  const endT = events.reduce((end, { t }) => Math.max(end, t), 0);
  return { startedAt: 0, endT, questions: [question], steps, keys, model: new ReplayModel(steps) };
}
