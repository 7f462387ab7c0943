import { useEffect, useState } from "preact/hooks";
import { ageText } from "../../../words/times.ts";
import type { Alert } from "../../../protocol/alert.ts";
import { Button } from "../../components/button.tsx";
import { LevelShape } from "../../components/level_badge.tsx";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useHeightVariable } from "../../components/use_height_variable.ts";
import { useAlertText } from "./alert_text.ts";
import type { RoomSession } from "./room_session.ts";

interface HighAlertBannerProps {
  session: RoomSession;
  /** The page's title without alerts. */
  title: string;
  onOpen: (attemptId: string) => void;
}

/**
 * High-risk alerts in one slim line, impossible to miss: over everything, at once to screen readers, in the tab's title, until
 * somebody says that they have seen it. Of several one is shown, and the others one after the other.
 */
export function HighAlertBanner({ session, title, onOpen }: HighAlertBannerProps) {
  const alerts = session.store.highAlerts.value;
  const nowMs = session.serverNow.value;
  const { speaker } = useSpeech();
  const words = useWords("room").alerts;
  const textOf = useAlertText();
  /** Whose alert is shown of several; the newest where theirs is gone. */
  const [shown, setShown] = useState<string | null>(null);
  const place = Math.max(0, alerts.findIndex(({ attempt_id }) => attempt_id === shown));
  const alert = alerts[place];
  const acknowledge = (alert: Alert) => session.handle(session.store.highAlertIds(alert.attempt_id ?? undefined));

  useEffect(() => {
    document.title = alerts.length === 0 ? title : speaker.say(words.pageTitle, { n: alerts.length, title });
  }, [alerts.length, title]);

  // The page makes room, so that the banner covers nothing, and scrolls by as much, so that no row moves under the pointer.
  const banner = useHeightVariable("--banner-height", keepRowsInPlace);

  return (
    <div
      ref={banner}
      role="alert"
      aria-live="assertive"
      class="fixed inset-x-0 top-0 z-40 max-h-[40dvh] overflow-y-auto"
    >
      {alert !== undefined && (
        <div class="bg-high text-high-ink shadow-raised">
          <div
            class="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 sm:px-4"
            data-high-alerts
          >
            {/* Made anew for each alert: the focus stays on no button that has become another alert's. */}
            <div key={alert.alert_id} class="contents">
              <LevelShape level="high" class="size-4" />
              {/* Where the focus goes once another alert is done: not onto the next one's button. */}
              <p data-focus-home tabIndex={-1} class="min-w-0 flex-1 basis-56 rounded-sm text-sm outline-offset-0">
                <strong class="font-semibold">
                  <Said
                    sentence={words.risk}
                    places={{ name: <bdi>{alert.name}</bdi>, risk: speaker.number(Math.round(alert.risk)) }}
                  />
                </strong>{" "}
                <bdi>{textOf(alert)}</bdi>{" "}
                <span class="whitespace-nowrap tabular-nums" aria-hidden="true">
                  {speaker.say(words.ago, { time: ageText(speaker, Math.max(0, nowMs - alert.at)) })}
                </span>
              </p>
              <div class="flex gap-2">
                <Button
                  size="small"
                  aria-label={speaker.say(words.lookAt, { name: alert.name ?? "" })}
                  onClick={() => {
                    acknowledge(alert);
                    if (alert.attempt_id !== null) onOpen(alert.attempt_id);
                  }}
                >
                  {words.look}
                </Button>
                <Button
                  size="small"
                  disabled={!session.isOnline}
                  aria-label={speaker.say(words.acknowledgeOne, { name: alert.name ?? "" })}
                  onClick={() => acknowledge(alert)}
                >
                  {words.acknowledge}
                </Button>
              </div>
            </div>
            {alerts.length > 1 && (
              <div class="flex items-center gap-2">
                <Button size="small" onClick={() => setShown(alerts[(place + 1) % alerts.length].attempt_id)}>
                  {speaker.say(words.next, { n: place + 1, all: alerts.length })}
                </Button>
                <button
                  type="button"
                  disabled={!session.isOnline}
                  class="min-h-8 rounded-field px-1 text-sm font-medium underline underline-offset-4 focus-visible:outline-high-ink disabled:opacity-60"
                  onClick={() => session.handle(session.store.highAlertIds())}
                >
                  {speaker.say(words.acknowledgeAll, { n: alerts.length })}
                </button>
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** Scrolls by as much as the line at the top has grown or shrunk. */
function keepRowsInPlace(px: number): void {
  scrollBy({ top: px, behavior: "instant" });
}
