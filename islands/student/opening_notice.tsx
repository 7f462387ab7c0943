import { useEffect, useState } from "preact/hooks";
import { momentWithZone } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

interface OpeningNoticeProps {
  /** Server time, ms since 1970. */
  opensAt: number;
}

/**
 * When an exam opens that has not yet, in the reader's zone. The server, which does not know it, says it in its own and names
 * that; the page says it anew.
 */
export function OpeningNotice({ opensAt }: OpeningNoticeProps) {
  const { speaker } = useSpeech();
  const { opens, opensHint } = useWords("joinForms");
  const [zone, setZone] = useState<string | undefined>("UTC");
  useEffect(() => setZone(undefined), []);
  return (
    <AlertBox title={speaker.say(opens, { at: momentWithZone(speaker, opensAt, zone) })}>
      <p>{opensHint}</p>
    </AlertBox>
  );
}
