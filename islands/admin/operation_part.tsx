import { useEffect, useState } from "preact/hooks";
import { OperationNotices } from "../../protocol/staff.ts";
import type { Speaker } from "../../words/speaker.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { READ_EVERY_MS } from "./server_figures.tsx";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

/** What of the server an admin has to look at or decide; nothing at all where there is nothing. */
export function OperationPart() {
  const [notices, setNotices] = useState<OperationNotices | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("admin").notices;
  const failureText = useFailureText();

  async function load() {
    if (document.hidden) return;
    const outcome = await callStaff({ method: "GET", path: "/api/operation", answer: OperationNotices });
    if (outcome.ok) setNotices(outcome.value);
    else leaveIfSignedOut(outcome.error);
  }

  useEffect(() => {
    load();
    const timer = setInterval(load, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  async function remove() {
    setAsking(false);
    const outcome = await callStaff({ method: "POST", path: "/api/operation/retention" });
    setProblem(outcome.ok ? null : failureText(outcome.error));
    setRemoving(outcome.ok);
    await load();
  }

  const { clock = null, retention = null, is_store_damaged: isDamaged = false } = notices ?? {};
  if (clock === null && retention === null && !isDamaged && !isRemoving && problem === null) return null;
  return (
    <PagePart title={words.title}>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      {isDamaged && <AlertBox tone="problem" role="status" title={words.damaged}>{words.damagedLead}</AlertBox>}
      {clock !== null && (
        <AlertBox
          tone="warning"
          role="status"
          title={speaker.say(clock.ahead_ms > 0 ? words.clockAhead : words.clockBehind, {
            span: spanText(speaker, Math.abs(clock.ahead_ms)),
          })}
        >
          {speaker.say(words.clockLead, { at: momentText(speaker, clock.noticed_at) })}
        </AlertBox>
      )}
      {retention !== null && (
        <AlertBox tone="warning" role="status" title={words.due}>
          <p class="mb-3">{speaker.say(words.dueLead, retention)}</p>
          <Button look="danger" onClick={() => setAsking(true)}>{words.remove}</Button>
        </AlertBox>
      )}
      {isRemoving && retention === null && <AlertBox tone="good" role="status" title={words.removing} />}
      {isAsking && (
        <Dialog id="retention" title={words.ask} lead={words.askLead} onClose={() => setAsking(false)}>
          <div class="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{words.keep}</Button>
            <Button look="danger" onClick={remove}>{words.remove}</Button>
          </div>
        </Dialog>
      )}
    </PagePart>
  );
}

/** A length of time in its largest unit of which there are two or more. */
function spanText(speaker: Speaker, ms: number): string {
  const minutes = ms / 60_000;
  if (minutes >= 2 * 24 * 60) return speaker.count(Math.round(minutes / (24 * 60)), "fullDays");
  if (minutes >= 120) return speaker.count(Math.round(minutes / 60), "fullHours");
  return minutes >= 2 ? speaker.count(Math.round(minutes), "fullMinutes") : speaker.span(ms);
}
