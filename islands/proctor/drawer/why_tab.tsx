import { isOver } from "../../../protocol/exam.ts";
import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { StaffNotes } from "../../review/staff_notes.tsx";
import { StatementList } from "../../review/statement_list.tsx";
import type { RoomSession } from "../room/room_session.ts";
import type { Viewer } from "../../staff/viewer.ts";
import { AccommodationsPanel } from "./accommodations_panel.tsx";
import { Contributions } from "./contributions.tsx";
import { DeedList } from "./deed_list.tsx";
import { LateWorkPart } from "./late_work_part.tsx";
import { Flags } from "./flags.tsx";
import { DrawerPart } from "./drawer_part.tsx";
import type { Span } from "./risk_marks.tsx";
import { RiskParts } from "./risk_parts.tsx";
import { momentText } from "../../../words/times.ts";

interface WhyTabProps {
  examId: string;
  detail: AttemptDetail;
  /** Of the attempt's endpoint. */
  path: string;
  session: RoomSession;
  role: Viewer["role"];
  onDecided: () => void;
  onEvents: (span: Span) => void;
}

/** Why the score is what it is: its shares with reasons, its course, its signals, its flags. */
export function WhyTab({ examId, detail, path, session, role, onDecided, onEvents }: WhyTabProps) {
  const { report, told, reasons, flags, actions, student, kept, receipt, takeovers, statements } = detail;
  const { speaker } = useSpeech();
  const words = useWords("drawer").why;
  const { title: statementTitle } = useWords("statements");
  const { title: noteTitle } = useWords("staffNotes");
  const { notApplied } = useWords("drawer");
  const { levels } = useWords("page");
  return (
    <div class="flex flex-col gap-6">
      {flags.length > 0 && (
        <DrawerPart title={words.flags}>
          <Flags flags={flags} path={path} onDecided={onDecided} />
        </DrawerPart>
      )}
      {statements.length > 0 && (
        <DrawerPart title={statementTitle}>
          <StatementList statements={statements} />
        </DrawerPart>
      )}
      <DrawerPart title={noteTitle}>
        <StaffNotes notes={detail.notes} path={path} onWritten={onDecided} />
      </DrawerPart>
      <DrawerPart title={words.shares}>
        <Contributions {...{ report, reasons, onEvents }} />
        {report.risk > 0 && (
          <p class="mt-2 text-dense">
            <a
              class="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
              href={`/exams/${examId}/review/${student.attempt_id}#what-if`}
            >
              {words.whatIf}
            </a>
          </p>
        )}
        {told !== null && (
          <p class="mt-2 text-sm text-ink-soft">
            {speaker.say(words.told, {
              version: told.scorer_version,
              risk: Math.round(told.risk),
              level: levels[told.level],
              now: report.scorer_version,
            })}
          </p>
        )}
      </DrawerPart>
      <RiskParts {...{ detail, onEvents }} />
      {takeovers.length > 0 && (
        <DrawerPart title={words.takeovers}>
          <ul class="flex flex-col gap-1.5 text-dense">
            {takeovers.toReversed().map(({ at, address, agent }) => (
              <li key={at} class="flex gap-3">
                <span class="w-28 shrink-0 tabular-nums text-ink-soft">{momentText(speaker, at)}</span>
                <span class="min-w-0 break-words">
                  <bdi>{address}</bdi>
                  <bdi class="block text-xs text-ink-soft">{agent}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </DrawerPart>
      )}
      <AccommodationsPanel {...{ detail, role, session }} onChanged={onDecided} />
      <DrawerPart title={words.done}>
        <DeedList {...{ actions, student, session }} />
        {kept !== null && (
          <p class="mt-3 text-dense">
            {speaker.say(notApplied, { edits: kept.edits, characters: kept.characters })}
          </p>
        )}
        <p class="mt-3 text-xs text-ink-soft">
          <Said
            sentence={isOver(student.state) ? words.receipt : words.receiptSoFar}
            places={{ receipt: <code class="select-all wrap-anywhere">{receipt}</code> }}
          />
        </p>
      </DrawerPart>
      {isOver(student.state) && <LateWorkPart actions={actions} path={path} onChanged={onDecided} />}
    </div>
  );
}
