import { useEffect, useState } from "preact/hooks";
import { type StaffSession, StaffSessions } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { momentText } from "../../words/times.ts";

/** Where the own account is signed in; each can be ended. */
export function SessionList() {
  const [sessions, setSessions] = useState<StaffSession[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("account").sessions;
  const { loading } = useWords("calls");
  const failureText = useFailureText();

  async function load() {
    const outcome = await callStaff({ method: "GET", path: "/api/sessions", answer: StaffSessions });
    if (outcome.ok) setSessions(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load();
  }, []);

  async function revoke(session: StaffSession) {
    const outcome = await callStaff({ method: "DELETE", path: `/api/sessions/${session.session_id}` });
    if (!outcome.ok) setProblem(failureText(outcome.error));
    await load();
  }

  function deviceText(userAgent: string): string {
    const device = deviceOf(userAgent);
    if (device.browser === "") return userAgent === "" ? words.unknown : userAgent;
    return device.system === "" ? device.browser : speaker.say(words.browserOn, device);
  }

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label={words.title}
        columns={[
          { label: words.device },
          { label: words.address },
          { label: words.signedIn },
          { label: words.lastUsed },
          { label: words.end, quiet: true },
        ]}
        rows={(sessions ?? []).map((session) => ({
          key: session.session_id,
          cells: [
            <span key="device" class="block min-w-32 max-w-64 truncate" title={session.user_agent}>
              {deviceText(session.user_agent)}
            </span>,
            <span key="address" class="tabular-nums">{session.address}</span>,
            <span key="made" class="whitespace-nowrap">{momentText(speaker, session.created_at)}</span>,
            <span key="used" class="whitespace-nowrap">{momentText(speaker, session.last_used_at)}</span>,
            session.current
              ? <span key="end" class="whitespace-nowrap text-ink-soft">{words.current}</span>
              : <Button key="end" size="small" onClick={() => revoke(session)}>{words.end}</Button>,
          ],
        }))}
        empty={sessions === null ? loading : words.none}
      />
    </>
  );
}

/** Browsers as people name them, by what their user agents hold; the first that fits. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** Systems, likewise. */
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** Browser and system of a user agent; empty where it is none we know. */
function deviceOf(userAgent: string): { browser: string; system: string } {
  const nameIn = (known: readonly [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}
