import { useEffect, useState } from "preact/hooks";
import { momentWithZone } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { serverTimeNow } from "./server_time.ts";
import { timeLeftAloud, timeLeftWords, timeToAnnounce } from "./time_words.ts";

interface OpeningNoticeProps {
  /** Server time, ms since 1970. */
  opensAt: number;
  /** Server time when the page was made, ms since 1970. */
  serverTime: number;
  /** The exam has opened. */
  onOpen: () => void;
  /** Whether a proctor lets students begin. */
  isByProctor: boolean;
}

/** Farther away than this the day and the hour say it, in ms. */
const COUNTED_FROM_MS = 24 * 3_600_000;

/**
 * When an exam opens that has not yet, in the reader's zone, and how long until then; once it is open it says so, without a
 * reload. The server, which does not know the zone, says it in its own and names that; the page says it anew.
 */
export function OpeningNotice({ opensAt, serverTime, onOpen, isByProctor }: OpeningNoticeProps) {
  const { speaker } = useSpeech();
  const { opens, opensHint } = useWords("joinForms");
  const { opening } = useWords("before");
  const { hoursAndMinutes } = useWords("examStatus").time;
  const [zone, setZone] = useState<string | undefined>("UTC");
  const { leftMs, saidMs } = useCountdown(opensAt, serverTime, onOpen);
  useEffect(() => setZone(undefined), []);
  const isCounted = leftMs !== null && leftMs < COUNTED_FROM_MS;
  const isOpen = leftMs === 0;
  const left = (words: typeof timeLeftWords, ms: number) =>
    speaker.say(opening.in, { left: words(ms, speaker, hoursAndMinutes) });
  const title = isOpen ? opening.open : speaker.say(opens, { at: momentWithZone(speaker, opensAt, zone) });
  return (
    <AlertBox tone={isOpen ? "good" : "info"} title={title}>
      {isCounted && !isOpen && (
        <p role="timer" translate={false} class="font-medium tabular-nums">{left(timeLeftWords, leftMs)}</p>
      )}
      <p>{isOpen ? opening[isByProctor ? "openHintLetIn" : "openHint"] : isCounted ? opening.hint : opensHint}</p>
      <p role="status" class="sr-only">
        {isOpen ? `${opening.open}.` : saidMs === null ? "" : left(timeLeftAloud, saidMs)}
      </p>
    </AlertBox>
  );
}

/** Time until the exam opens; null before the page is alive. `saidMs`: what of it is said aloud, at 10, 5 and 1 minutes. */
function useCountdown(opensAt: number, serverTime: number, onOpen: () => void) {
  const [leftMs, setLeft] = useState<number | null>(null);
  const [saidMs, setSaid] = useState<number | null>(null);
  useEffect(() => {
    let before = Infinity;
    let zeroAt = serverTime - performance.now();
    const tick = () => {
      const left = Math.max(0, opensAt - zeroAt - performance.now());
      const said = timeToAnnounce(before, left);
      if (said !== null) setSaid(said);
      setLeft(left);
      if (left > 0) return void (before = left);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      onOpen();
    };
    // A page that slept has lost count: it asks what time it is.
    const ask = async () => {
      const now = document.visibilityState === "visible" ? await serverTimeNow() : null;
      if (now !== null) zeroAt = now - performance.now();
      tick();
    };
    const timer = setInterval(tick, 1_000);
    document.addEventListener("visibilitychange", ask);
    tick();
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [opensAt, serverTime]);
  return { leftMs, saidMs };
}
