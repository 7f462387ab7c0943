import { Button } from "./button.tsx";
import { useSpeech, useWords } from "./speech.tsx";

interface PagerProps {
  /** Of the first line that is shown, from 0. */
  at: number;
  /** Lines that are shown, and of all. */
  shown: number;
  count: number;
  /** Lines of a page. */
  size: number;
  onPage: (at: number) => void;
}

/** Which part of a long list is shown, and the way to the others; nothing where all fit. */
export function Pager({ at, shown, count, size, onPage }: PagerProps) {
  const { pager: words } = useWords("calls");
  const { speaker } = useSpeech();
  if (count <= size) return null;
  return (
    <nav aria-label={words.label} class="flex items-center justify-end gap-2 text-dense">
      <span role="status" class="text-ink-soft tabular-nums">
        {speaker.say(words.place, { from: at + 1, to: at + shown, n: count })}
      </span>
      <Button size="small" disabled={at === 0} onClick={() => onPage(at - size)}>{words.before}</Button>
      <Button size="small" disabled={at + size >= count} onClick={() => onPage(at + size)}>{words.after}</Button>
    </nav>
  );
}
