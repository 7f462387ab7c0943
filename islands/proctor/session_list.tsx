import { useEffect, useState } from "preact/hooks";
import { type StaffSession, StaffSessions } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "./call_failure.ts";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";

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
    if (device === null) return userAgent === "" ? words.unknown : userAgent;
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
            <span key="made" class="whitespace-nowrap">{speaker.moment(session.created_at)}</span>,
            <span key="used" class="whitespace-nowrap">{speaker.moment(session.last_used_at)}</span>,
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

/**
 * Browser and system as people name them, from a user agent; the system is empty where it is none we know.
 *
 * @returns Null where the browser is none we know.
 */
function deviceOf(userAgent: string): { browser: string; system: string } | null {
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : /Firefox\//.test(userAgent)
    ? "Firefox"
    : /Chrome\//.test(userAgent)
    ? "Chrome"
    : /Safari\//.test(userAgent)
    ? "Safari"
    : "";
  if (browser === "") return null;
  const system = userAgent.match(/Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/)?.[0] ?? "";
  return { browser, system: system === "Mac OS X" ? "macOS" : system === "CrOS" ? "ChromeOS" : system };
}
