import { useEffect, useState } from "preact/hooks";
import { type StaffSession, StaffSessions } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { momentText } from "../components/time_text.ts";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";

/** Where the own account is signed in; each can be ended. */
export function SessionList() {
  const [sessions, setSessions] = useState<StaffSession[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function load() {
    const outcome = await callStaff({ method: "GET", path: "/api/sessions", answer: StaffSessions });
    if (outcome.ok) setSessions(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(outcome.error.message);
  }

  useEffect(() => {
    load();
  }, []);

  async function revoke(session: StaffSession) {
    const outcome = await callStaff({ method: "DELETE", path: `/api/sessions/${session.session_id}` });
    if (!outcome.ok) setProblem(outcome.error.message);
    await load();
  }

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label="Sessions"
        columns={[
          { label: "Device" },
          { label: "Address" },
          { label: "Signed in" },
          { label: "Last used" },
          { label: "End", quiet: true },
        ]}
        rows={(sessions ?? []).map((session) => ({
          key: session.session_id,
          cells: [
            <span key="device" class="block min-w-32 max-w-64 truncate" title={session.user_agent}>
              {deviceName(session.user_agent)}
            </span>,
            <span key="address" class="tabular-nums">{session.address}</span>,
            <span key="made" class="whitespace-nowrap">{momentText(session.created_at)}</span>,
            <span key="used" class="whitespace-nowrap">{momentText(session.last_used_at)}</span>,
            session.current
              ? <span key="end" class="whitespace-nowrap text-ink-soft">This one</span>
              : <Button key="end" size="small" onClick={() => revoke(session)}>End</Button>,
          ],
        }))}
        empty={sessions === null ? "Loading…" : "No session."}
      />
    </>
  );
}

/**
 * A browser and system as people name them, from a user agent; the text itself where it is none we know.
 *
 * @example
 * assert.equal(deviceName("curl/8.0"), "curl/8.0");
 */
export function deviceName(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : /Firefox\//.test(userAgent)
    ? "Firefox"
    : /Chrome\//.test(userAgent)
    ? "Chrome"
    : /Safari\//.test(userAgent)
    ? "Safari"
    : "";
  if (browser === "") return userAgent === "" ? "Unknown" : userAgent;
  const system = userAgent.match(/Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/)?.[0] ?? "";
  const name = system === "Mac OS X" ? "macOS" : system === "CrOS" ? "ChromeOS" : system;
  return name === "" ? browser : `${browser} on ${name}`;
}
