import { useComputed } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Alert } from "../../../protocol/alert.ts";
import { Button } from "../../components/button.tsx";
import { ConnectionStatus } from "../../components/connection_status.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { Sentences } from "../../../words/words.ts";
import { PeopleHere } from "../people/people_here.tsx";
import { Drawer } from "../drawer/drawer.tsx";
import { Deeds } from "../many/deeds.ts";
import { ManyBar } from "../many/many_bar.tsx";
import { Admission } from "./admission.ts";
import { AdmissionBar } from "./admission_bar.tsx";
import { AlertList } from "./alert_list.tsx";
import { AlertSignals } from "./alert_signals.ts";
import { browserWorld } from "./browser_world.ts";
import { EmptyRoom, NobodyYet } from "./empty_room.tsx";
import { HighAlertBanner } from "./high_alert_banner.tsx";
import { ExamClock } from "./exam_clock.tsx";
import { keepAddress, tabHistory } from "./room_address.ts";
import type { RoomData } from "./room_data.ts";
import { EVERYBODY } from "./room_filter.ts";
import { closeDrawer, enableRoomKeys } from "./room_keys.ts";
import { RemoveBlank } from "./remove_blank.tsx";
import { RoomMenus } from "./room_menus.tsx";
import { RoomNews } from "./room_news.tsx";
import { RoomSession } from "./room_session.ts";
import { RoomToolbar } from "./room_toolbar.tsx";
import type { Looking } from "./saved_views.ts";
import { RoomView } from "./room_view.ts";
import { StudentList } from "./student_list.tsx";
import { nameOrder } from "../../../words/lists.ts";

/** An exam's live room: who sits it, at what risk and why, with a student's drawer beside. */
export function RoomPage({ exam, viewer, row_id, group_staff }: RoomData) {
  const session = useMemo(() => new RoomSession(exam.exam_id, browserWorld()), [exam.exam_id]);
  const admission = useMemo(() => new Admission(session), [session]);
  const signals = useMemo(() => new AlertSignals(), []);
  const looking = useMemo(() => lookingOf(viewer.username, group_staff), []);
  const deeds = useMemo(() => new Deeds(session, (ms, call) => setTimeout(call, ms)), [session]);
  const { speaker } = useSpeech();
  const words = useWords("room");
  const { tab } = useWords("page");
  const view = useMemo(() => new RoomView(session.store, nameOrder(speaker.language), row_id ?? null), [session]);

  useEffect(() => session.start(), [session]);
  useEffect(() => {
    const stopFollowing = session.store.revision.subscribe(() => view.follow(performance.now()));
    // A change that came too soon after the last sorting is sorted in by the next second.
    const timer = setInterval(() => view.follow(performance.now()), 500);
    const stopKeys = enableRoomKeys(view);
    const stopLooking = view.opened.subscribe((opened) => session.lookAt(opened));
    const stopAddress = keepAddress(view, exam.exam_id, tabHistory());
    view.letterKeys.restore();
    view.compact.restore();
    signals.restore();
    const told = speaker.say(words.signals.told, { exam: exam.title });
    session.onNewAlert = () => signals.tell(told, exam.exam_id, performance.now());
    const hurry = () => {
      if (!document.hidden) session.hurry();
    };
    addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      stopFollowing();
      clearInterval(timer);
      stopKeys();
      stopAddress();
      stopLooking();
      removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
    };
  }, [session, view]);

  const open = (attemptId: string) => view.open(attemptId);
  const look = (alert: Alert) => {
    session.handle([alert.alert_id]);
    if (alert.attempt_id !== null) open(alert.attempt_id);
    else view.show({ ...EVERYBODY, state: "blank" });
  };
  const connection = session.connection.value;
  const opened = view.opened.value;
  const title = speaker.say(words.title, { exam: exam.title });
  const name = useComputed(() => openedName(session, view)).value;
  return (
    <div class="flex flex-1 flex-col">
      <HighAlertBanner
        session={session}
        title={speaker.say(tab, { title: name === null ? title : speaker.say(words.titleOf, { name, room: title }) })}
        onOpen={open}
      />
      <div
        data-focus-home="last"
        class={`flex flex-1 flex-col pb-(--foot-height) ${opened === null ? "" : "xl:pe-[33rem]"}`}
      >
        {/* As high as with the button that counts alerts: the first alert moves nothing. */}
        <div class="flex min-h-12 flex-wrap items-baseline gap-x-3 gap-y-1 px-3 pb-1 pt-3 sm:px-4">
          <h1
            data-focus-home
            tabIndex={-1}
            class="min-w-0 truncate text-lg font-semibold outline-none"
            dir="auto"
            title={exam.title}
          >
            {exam.title}
          </h1>
          <span class="font-mono text-xs text-ink-soft">{exam.code}</span>
          <PeopleHere store={session.store} me={viewer.username} />
          <span class="ms-auto flex items-baseline gap-3">
            <ExamClock exam={exam} serverNow={session.serverNow} />
            <AlertList session={session} onLook={look} />
            <ConnectionStatus state={connection.state} detail={closedText(words.closed, connection)} />
          </span>
          <RoomMenus session={session} view={view} signals={signals} looking={looking} />
        </div>
        <RoomToolbar store={session.store} view={view} looking={looking} groupStaff={group_staff} />
        <FoundAloud view={view} />
        <AdmissionBar session={session} view={view} admission={admission} />
        {view.filter.value.state === "blank" && <RemoveBlank session={session} view={view} />}
        <div
          class={connection.state === "reconnecting" ? "opacity-50 grayscale" : ""}
          data-dimmed={connection.state === "reconnecting"}
        >
          <Students {...{ session, view, admission, exam }} me={viewer.username} />
        </div>
      </div>
      <ManyBar {...{ exam, session, view, deeds }} />
      <RoomNews session={session} onLook={look} />
      {opened !== null && (
        <Drawer
          exam={exam}
          role={viewer.role}
          me={viewer.username}
          attemptId={opened}
          session={session}
          visit={view.visits.value}
          onClose={() => closeDrawer(view)}
          onMove={(attemptId) => view.moveTo(attemptId)}
        />
      )}
    </div>
  );
}

/** Which groups an account looks after; of whom none are said looks after all. */
function lookingOf(me: string, groupStaff: RoomData["group_staff"]): Looking {
  const myGroups = Object.keys(groupStaff).filter((group) => groupStaff[group].includes(me));
  return { me, myGroups };
}

/** Of whom the drawer is open; null where it is not, or of whom the room does not know. */
function openedName({ store }: RoomSession, view: RoomView): string | null {
  const opened = view.opened.value;
  return opened === null || store.revision.value < 0 ? null : store.rows.get(opened)?.student.value.name ?? null;
}

/** Says to screen readers how many students a search or filter has left, as others see it. */
function FoundAloud({ view }: { view: RoomView }) {
  const { speaker } = useSpeech();
  const words = useWords("room");
  const filter = view.filter.value;
  // As it was found: who comes and goes afterwards is not said.
  const count = useMemo(() => view.order.peek().length, [filter]);
  const isAsked = filter.search !== "" || filter.level !== "all" || filter.state !== "all" ||
    filter.whose.kind !== "anybody";
  return <p role="status" class="sr-only">{isAsked && speaker.say(words.found, { n: count })}</p>;
}

interface StudentsProps {
  session: RoomSession;
  view: RoomView;
  admission: Admission;
  exam: RoomData["exam"];
  me: string;
}

function Students({ session, view, admission, exam, me }: StudentsProps) {
  const { store } = session;
  const { speaker } = useSpeech();
  const words = useWords("room");
  const total = useComputed(() => store.revision.value >= 0 ? store.rows.size : 0);
  const isNobodyHere = useComputed(() => store.counts.value.expected === store.counts.value.total);
  if (!store.isLoaded.value) {
    return <p class="px-4 py-16 text-center text-ink-soft">{words.opening}</p>;
  }
  if (total.value === 0) return <EmptyRoom exam={exam} />;
  if (view.order.value.length > 0) {
    return (
      <>
        {isNobodyHere.value && <NobodyYet exam={exam} />}
        <StudentList {...{ session, view, admission, me }} questions={exam.questions} />
      </>
    );
  }
  return (
    <div class="flex flex-col items-center gap-3 px-4 py-16 text-center text-ink-soft">
      <p>{speaker.say(words.noneLikeThat, { n: total.value })}</p>
      <Button onClick={() => view.show(EVERYBODY)}>{words.showEverybody}</Button>
    </div>
  );
}

/** Why there is no connection any more; nothing where there is one, or will be again. */
function closedText(words: Sentences["room"]["closed"], { state, reason }: { state: string; reason: string }): string {
  if (state !== "refused") return "";
  switch (reason) {
    case "unauthorized":
    case "forbidden":
    case "not_found":
    case "protocol_version":
      return words[reason];
    default:
      return words.other;
  }
}
