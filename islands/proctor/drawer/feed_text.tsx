import { useSpeech, useWords } from "../../components/speech.tsx";
import { DeedText } from "./deed_text.tsx";
import type { FeedItem } from "./event_feed.ts";

/** A line of the feed in the page's language. */
export function FeedText({ line }: { line: FeedItem["line"] }) {
  const { speaker } = useSpeech();
  const { lines } = useWords("feed");
  return "done" in line ? <DeedText deed={line} /> : <>{speaker.tell(lines, line)}</>;
}
