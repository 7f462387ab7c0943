import type { AlertSignals } from "./alert_signals.ts";
import { AlertSignalsMenu } from "./alert_signals_menu.tsx";
import type { RoomSession } from "./room_session.ts";
import { TalkMenu } from "../people/talk_menu.tsx";
import type { RoomView } from "./room_view.ts";
import type { Looking } from "./saved_views.ts";
import { SavedViewsMenu } from "./saved_views_menu.tsx";
import { SignLegend } from "./sign_legend.tsx";

interface RoomMenusProps {
  session: RoomSession;
  view: RoomView;
  signals: AlertSignals;
  looking: Looking;
}

/**
 * What is opened now and then: what the staff say to each other, one's views, how one is told, what the signs mean. It has a place of its own: in the toolbar it
 * would come and go with the width of what stands before it, and move the rows.
 */
export function RoomMenus({ session, view, signals, looking }: RoomMenusProps) {
  return (
    <span class="relative flex items-center gap-1 max-sm:order-last max-sm:basis-full max-sm:justify-end">
      <TalkMenu session={session} me={looking.me} />
      <SavedViewsMenu view={view} looking={looking} />
      <AlertSignalsMenu signals={signals} />
      <SignLegend />
    </span>
  );
}
