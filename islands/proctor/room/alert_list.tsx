import { useState } from "preact/hooks";
import type { Alert } from "../../../protocol/alert.ts";
import { timeText } from "../../../words/times.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useAlertText } from "./alert_text.ts";
import type { RoomSession } from "./room_session.ts";

interface AlertListProps {
  session: RoomSession;
  /** Looks at what an alert is about. */
  onLook: (alert: Alert) => void;
}

/** How many alerts are open, and all of them behind that: each until a proctor takes it over. */
export function AlertList({ session, onLook }: AlertListProps) {
  const [isShown, setShown] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("room").alerts;
  const open = session.store.openAlerts.value;
  if (open === 0 && !isShown) return null;
  return (
    <>
      <Button size="small" onClick={() => setShown(true)}>{speaker.count(open, "openAlerts")}</Button>
      {isShown && (
        <Dialog id="alerts" title={speaker.count(open, "openAlerts")} onClose={() => setShown(false)}>
          <Alerts
            session={session}
            onLook={(alert) => {
              setShown(false);
              onLook(alert);
            }}
          />
          <div class="flex flex-wrap items-center justify-end gap-2">
            {!session.isOnline && <p role="status" class="text-dense text-ink-soft">{words.reconnecting}</p>}
            {open > 1 && (
              <Button
                disabled={!session.isOnline}
                onClick={() => session.handle(session.store.alerts.peek().map((alert) => alert.alert_id))}
              >
                {speaker.say(words.acknowledgeAll, { n: session.store.alerts.value.length })}
              </Button>
            )}
            <Button onClick={() => setShown(false)}>{words.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Alerts({ session, onLook }: AlertListProps) {
  const { speaker } = useSpeech();
  const words = useWords("room").alerts;
  const textOf = useAlertText();
  return (
    <ol class="flex max-h-[60dvh] flex-col overflow-y-auto">
      {session.store.alerts.value.map((alert) => (
        <li
          key={alert.alert_id}
          class="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-dense first:border-t-0"
        >
          <div class="min-w-0 flex-1 basis-60">
            <p class="truncate font-semibold" dir="auto">{alert.name ?? words.exam}</p>
            <p class="text-ink-soft">
              <span class="tabular-nums">{timeText(speaker, alert.at)}</span> · <bdi>{textOf(alert)}</bdi>
            </p>
          </div>
          <div class="flex gap-2">
            <Button size="small" onClick={() => onLook(alert)}>{words.look}</Button>
            <Button size="small" disabled={!session.isOnline} onClick={() => session.handle([alert.alert_id])}>
              {words.acknowledge}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
