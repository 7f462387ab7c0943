import { useState } from "preact/hooks";
import type { RosterToken } from "../../protocol/roster.ts";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { OwnComputerNote } from "../staff/own_computer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { LeaveLinks } from "./leave_links.tsx";
import { linksCsv } from "./links_csv.ts";
import { personalLink } from "./made_links.ts";
import type { PeopleData } from "./people_data.ts";
import { useLeaveGuard } from "./use_leave_guard.ts";

/** Links that are shown at once; all of them are in the file and on the slips. */
const SHOWN = 10;

interface MadeLinksProps {
  links: readonly RosterToken[];
  exam: PeopleData["exam"];
  onClose: () => void;
}

/** The links that were just made, and ways to keep them. */
export function MadeLinks({ links, exam, onClose }: MadeLinksProps) {
  const [copied, setCopied] = useState("");
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [isClosing, setClosing] = useState(false);
  const isLoss = links.some(({ token }) => !kept.has(token));
  const leaving = useLeaveGuard(isLoss);
  const { speaker } = useSpeech();
  const words = useWords("people").made;
  const linkOf = ({ token }: RosterToken) => personalLink(location.origin, exam.code, token);

  function keep(some: readonly RosterToken[]) {
    setKept((before) => new Set([...before, ...some.map(({ token }) => token)]));
  }

  function save() {
    const file = new Blob([linksCsv(links.map((one) => ({ ...one, link: linkOf(one) })))], { type: "text/csv" });
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(file);
    anchor.download = `${exam.code.toLowerCase()}-links.csv`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
    keep(links);
  }

  async function copy(one: RosterToken) {
    const isDone = await navigator.clipboard.writeText(linkOf(one)).then(() => true, () => false);
    setCopied(isDone ? one.student_id : "");
    if (isDone) keep([one]);
  }

  return (
    <section
      aria-labelledby="made-title"
      class="flex flex-col gap-4 rounded-lg border border-low/40 bg-low-soft p-4 sm:p-5"
    >
      <div role="status" class="flex flex-col gap-1">
        <h2 id="made-title" data-focus-home tabIndex={-1} class="font-semibold outline-none">
          {links.length === 0 ? words.none : speaker.say(words.title, { n: links.length })}
        </h2>
        {links.length > 0 && <p class="text-sm">{words.lead}</p>}
        {links.length > 0 && <p class="text-sm">{words.lost}</p>}
      </div>
      {links.length > 0 && (
        <>
          <DataTable
            label={words.link}
            columns={[{ label: words.student }, { label: words.copy, quiet: true }, { label: words.link }]}
            rows={links.slice(0, SHOWN).map((one) => ({
              key: one.student_id,
              cells: [
                <span key="name" dir="auto" class="block min-w-28 font-medium wrap-anywhere">{one.name}</span>,
                <Button
                  key="copy"
                  size="small"
                  aria-label={speaker.say(words.copyOne, { name: one.name })}
                  onClick={() => copy(one)}
                >
                  {copied === one.student_id ? words.copied : words.copy}
                </Button>,
                <code key="link" dir="ltr" class="block min-w-56 wrap-anywhere">{linkOf(one)}</code>,
              ],
            }))}
            empty=""
          />
          <OwnComputerNote />
          {links.length > SHOWN && <p class="text-sm">{speaker.say(words.more, { n: links.length - SHOWN })}</p>}
        </>
      )}
      <div class="flex flex-wrap gap-2">
        {links.length > 0 && (
          <>
            <a
              href={`/exams/${exam.exam_id}/people/slips`}
              data-leaves-nothing
              onClick={() => keep(links)}
              class="inline-flex min-h-10 items-center rounded-field bg-accent px-4 text-sm font-medium text-accent-ink hover:opacity-90"
            >
              {words.slips}
            </a>
            <Button onClick={save}>{words.save}</Button>
          </>
        )}
        <Button onClick={() => isLoss ? setClosing(true) : onClose()}>{words.close}</Button>
      </div>
      {(isClosing || leaving.to !== null) && (
        <LeaveLinks
          onStay={() => {
            setClosing(false);
            leaving.stay();
          }}
          onSave={() => {
            save();
            setClosing(false);
            leaving.stay();
          }}
          onLeave={() => leaving.to === null ? onClose() : leaving.go()}
        />
      )}
    </section>
  );
}
