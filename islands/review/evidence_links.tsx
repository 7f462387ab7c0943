import { useEffect, useState } from "preact/hooks";
import { EvidenceLink, MadeEvidenceLink } from "../../protocol/evidence_link.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { OwnComputerNote } from "../staff/own_computer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff } from "../staff/staff_api.ts";

/** How long a link may open the evidence, days. */
const DAYS = [3, 7, 14, 30, 90] as const;

/**
 * Links by which the student reads the evidence of their own attempt without an account: made, shown once, taken back.
 *
 * @param props.path Of the attempt's endpoint.
 */
export function EvidenceLinks({ path }: { path: string }) {
  const words = useWords("evidenceLinks");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [links, setLinks] = useState<readonly EvidenceLink[]>([]);
  const [made, setMade] = useState<MadeEvidenceLink | null>(null);
  const [days, setDays] = useState(14);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const listPath = `${path}/evidence_links`;

  async function load() {
    const outcome = await callStaff({ method: "GET", path: listPath, answer: EvidenceLink.array() });
    if (outcome.ok) setLinks(outcome.value);
    else setProblem(failureText(outcome.error));
  }

  async function make(event: Event) {
    event.preventDefault();
    setBusy(true);
    const outcome = await callStaff({ method: "POST", path: listPath, body: { days }, answer: MadeEvidenceLink });
    setBusy(false);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    if (!outcome.ok) return;
    setMade(outcome.value);
    await load();
  }

  async function revoke(linkId: string) {
    const outcome = await callStaff({ method: "DELETE", path: `${listPath}/${linkId}` });
    setProblem(outcome.ok ? null : failureText(outcome.error));
    if (made?.link.link_id === linkId) setMade(null);
    await load();
  }

  useEffect(() => void load(), [path]);

  return (
    <div class="flex flex-col gap-3 text-sm">
      <p class="text-ink-soft">{words.lead}</p>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {links.length > 0 && (
        <ul class="flex flex-col divide-y divide-line rounded-lg border border-line">
          {links.map(({ link_id, made_at, made_by, expires_at, opened_at }) => (
            <li key={link_id} class="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
              <span class="min-w-0 flex-1 basis-48 wrap-anywhere">
                {speaker.say(words.until, { until: momentText(speaker, expires_at) })}
                <span class="block text-xs text-ink-soft">
                  {speaker.say(words.made, { by: made_by, at: momentText(speaker, made_at) })}
                  {" · "}
                  {opened_at === null
                    ? words.neverOpened
                    : speaker.say(words.opened, { at: momentText(speaker, opened_at) })}
                </span>
              </span>
              <Button
                size="small"
                aria-label={speaker.say(words.revokeAloud, { until: momentText(speaker, expires_at) })}
                onClick={() =>
                  void revoke(link_id)}
              >
                {words.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {made !== null && <MadeLink address={`${location.origin}/evidence#${made.secret}`} />}
      <form onSubmit={make} class="flex flex-wrap items-center gap-2">
        <label class="inline-flex items-center gap-2">
          {words.days}
          <select
            class="min-h-9 rounded-field border border-line-strong bg-raised px-2 text-ink"
            value={days}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {DAYS.map((n) => <option key={n} value={n}>{speaker.say(words.nDays, { n })}</option>)}
          </select>
        </label>
        <Button type="submit" size="small" busy={isBusy}>{words.make}</Button>
      </form>
    </div>
  );
}

/** A link that was just made: it is shown once, since nobody keeps its secret. */
function MadeLink({ address }: { address: string }) {
  const words = useWords("evidenceLinks");
  const [isCopied, setCopied] = useState(false);
  return (
    <div role="status" class="flex flex-col items-start gap-2 rounded-lg border border-low/40 bg-low-soft p-3">
      <p class="font-medium">{words.shownOnce}</p>
      <code dir="ltr" translate={false} class="w-full select-all wrap-anywhere">{address}</code>
      <OwnComputerNote />
      <Button
        size="small"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true), () => setCopied(false))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
