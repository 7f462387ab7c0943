import { useEffect } from "preact/hooks";
import type { Alert } from "../../../protocol/alert.ts";
import { Icon } from "../../components/icon.tsx";
import { useWords } from "../../components/speech.tsx";
import { useAlertText } from "./alert_text.ts";
import type { RoomSession } from "./room_session.ts";

/** News leaves the corner by itself after this long, in ms; its alert stays open among the others. */
const NEWS_MS = 9_000;

interface RoomNewsProps {
  session: RoomSession;
  /** Looks at what an alert is about. */
  onLook: (alert: Alert) => void;
}

/** Calm news in the corner: a flag, a token used twice, a burst of joins. */
export function RoomNews({ session, onLook }: RoomNewsProps) {
  const news = session.store.news.value;
  return (
    <div
      role="status"
      aria-live="polite"
      class="pointer-events-none fixed bottom-[calc(var(--foot-height)+0.75rem)] start-3 z-30 flex w-[min(22rem,calc(100vw-1.5rem))] flex-col gap-2"
    >
      {news.map((item) => (
        <NewsItem
          key={item.alert_id}
          item={item}
          onLook={onLook}
          onGone={() => session.store.dismissNews(item.alert_id)}
        />
      ))}
    </div>
  );
}

interface NewsItemProps {
  item: Alert;
  onLook: (alert: Alert) => void;
  onGone: () => void;
}

function NewsItem({ item, onLook, onGone }: NewsItemProps) {
  const words = useWords("room").alerts;
  const textOf = useAlertText();
  useEffect(() => {
    // Who asks for a proctor stays until one has come.
    if (item.kind === "call") return;
    const timer = setTimeout(onGone, NEWS_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="pointer-events-auto flex items-start gap-2 rounded-lg border border-line bg-raised p-3 text-dense shadow-raised">
      <div class="flex min-w-0 flex-1 flex-col items-start gap-1">
        <button
          type="button"
          dir="auto"
          class="max-w-full truncate rounded-sm text-start font-semibold underline-offset-4 hover:underline"
          onClick={() => onLook(item)}
        >
          {item.name ?? words.exam}
        </button>
        <p class="text-ink-soft" dir="auto">{textOf(item)}</p>
      </div>
      <button
        type="button"
        class="-m-1 rounded-field p-1.5 text-ink-soft hover:bg-sunken hover:text-ink"
        onClick={onGone}
        aria-label={words.dismiss}
      >
        <Icon name="close" class="size-3.5" />
      </button>
    </div>
  );
}
