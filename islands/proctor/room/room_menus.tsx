import type { AlertSignals } from "./alert_signals.ts";
import { AlertSignalsMenu } from "./alert_signals_menu.tsx";
import type { RoomView } from "./room_view.ts";
import { SavedViewsMenu } from "./saved_views_menu.tsx";
import { SignLegend } from "./sign_legend.tsx";

interface RoomMenusProps {
  view: RoomView;
  signals: AlertSignals;
  /** The one who looks at the page. */
  me: string;
}

/**
 * What is opened now and then: one's views, how one is told, what the signs mean. It has a place of its own: in the toolbar it
 * would come and go with the width of what stands before it, and move the rows.
 */
export function RoomMenus({ view, signals, me }: RoomMenusProps) {
  return (
    <span class="relative flex items-center gap-1 max-sm:order-last max-sm:basis-full max-sm:justify-end">
      <SavedViewsMenu view={view} me={me} />
      <AlertSignalsMenu signals={signals} />
      <SignLegend />
    </span>
  );
}
