import type { BankItemAnswer } from "../../../protocol/bank.ts";
import { momentText } from "../../../words/times.ts";
import { Button } from "../../components/button.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** Exams that hold a question of the bank, and which version each has. */
export function UsedIn({ item: { used_in: uses, revision } }: { item: BankItemAnswer }) {
  const words = useWords("bank");
  const { speaker } = useSpeech();
  return (
    <PagePart title={words.usedIn}>
      {uses.length === 0
        ? <p class="text-sm text-ink-soft">{words.usedInNone}</p>
        : (
          <ul class="flex flex-col gap-2 text-sm">
            {uses.map((use) => (
              <li key={use.exam_id} class="min-w-0">
                <a href={`/exams/${use.exam_id}/edit`} class="text-accent underline underline-offset-4 wrap-anywhere">
                  <bdi>{use.title}</bdi>
                </a>
                <span class="block text-dense text-ink-soft">
                  {use.revision >= revision
                    ? words.usedNewest
                    : speaker.say(words.usedRevision, { revision: speaker.number(use.revision) })}
                </span>
              </li>
            ))}
          </ul>
        )}
    </PagePart>
  );
}

interface BankHistoryProps {
  item: BankItemAnswer;
  onRead: (revision: number) => void;
}

/** Who made which version of a question, newest first; earlier ones can be read. */
export function BankHistory({ item: { history, revision: newest }, onRead }: BankHistoryProps) {
  const words = useWords("bank");
  const { speaker } = useSpeech();
  return (
    <PagePart title={words.history}>
      <ol class="flex max-h-96 flex-col gap-2 overflow-y-auto text-sm" tabIndex={0} aria-label={words.history}>
        {history.toReversed().map(({ revision, at, by }) => (
          <li key={revision} class="flex items-center gap-3">
            <span class="min-w-0 flex-1">
              {speaker.say(words.revision, { revision: speaker.number(revision) })}
              <span class="block text-dense text-ink-soft wrap-anywhere">
                {speaker.say(words.made, { by, at: momentText(speaker, at) })}
              </span>
            </span>
            {revision === newest
              ? <span class="shrink-0 rounded-full bg-sunken px-2 py-0.5 text-xs text-ink-soft">{words.current}</span>
              : (
                <Button
                  look="quiet"
                  size="small"
                  aria-label={speaker.say(words.readOf, { revision: speaker.number(revision) })}
                  onClick={() => onRead(revision)}
                >
                  {words.read}
                </Button>
              )}
          </li>
        ))}
      </ol>
    </PagePart>
  );
}
