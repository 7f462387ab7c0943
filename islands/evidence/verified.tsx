import { useMemo } from "preact/hooks";
import { questionOfAnswer } from "../../protocol/items/answer_ids.ts";
import { PaperQuestion } from "../../protocol/items/registry.ts";
import type { ReplayStep } from "../../protocol/replay.ts";
import type { VerifyAnswer } from "../../protocol/verify_message.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { ReplayModel } from "../review/replay/replay_model.ts";
import { ReplayPart } from "../review/replay/replay_part.tsx";
import type { Recording } from "../review/replay/replay_source.ts";

type Answer<Kind extends VerifyAnswer["kind"]> = Extract<VerifyAnswer, { kind: Kind }>;

/** What came of checking a file. */
export function Verified({ answer }: { answer: Exclude<VerifyAnswer, { kind: "unreadable" }> }) {
  switch (answer.kind) {
    case "misfit":
      return <Misfit misfit={answer} />;
    case "export":
      return <FittingExport found={answer} />;
    case "proof":
      return <FittingProof proof={answer} />;
  }
}

function Misfit({ misfit: { line, n, what } }: { misfit: Answer<"misfit"> }) {
  const words = useWords("verify");
  const { speaker } = useSpeech();
  return (
    <AlertBox tone="problem" role="alert" title={words.misfit}>
      <p>{words.misfitMeaning}</p>
      <p class="mt-2 font-medium">
        {n === null ? speaker.say(words.misfitLine, { line }) : speaker.say(words.misfitEntry, { line, n })}
      </p>
      <p lang="en" dir="ltr" class="wrap-anywhere">{what}</p>
    </AlertBox>
  );
}

function FittingExport({ found }: { found: Answer<"export"> }) {
  const words = useWords("verify");
  const { speaker } = useSpeech();
  const { title, attempts, entries, lines, not_replayed: notReplayed } = found;
  return (
    <AlertBox tone="good" role="status" title={words.fits}>
      <p class="font-medium wrap-anywhere">
        <Said sentence={words.exportOf} places={{ title: <bdi>{title}</bdi> }} />
      </p>
      <p>{speaker.say(words.exportHolds, { attempts, entries, lines })}</p>
      <p>{notReplayed === 0 ? words.replayed : speaker.say(words.exportNotReplayed, { n: notReplayed })}</p>
      <Signed {...found} />
    </AlertBox>
  );
}

function FittingProof({ proof }: { proof: Answer<"proof"> }) {
  const words = useWords("verify");
  const { speaker } = useSpeech();
  const { student, number, title, language, started_at, ended_at, made_at, risk, peak, replay } = proof;
  const recording = useMemo((): Recording => {
    const { steps, keys, started_at: startedAt, end_t: endT } = replay;
    return {
      startedAt,
      endT,
      steps,
      keys: new Map(keys),
      questions: questionsOf(steps),
      model: new ReplayModel(steps),
    };
  }, [replay]);
  const [from, at] = [momentText(speaker, started_at), momentText(speaker, made_at)];
  const whole = number === null ? student : `${student} (${number})`;
  return (
    <div class="flex flex-col gap-8">
      <AlertBox tone="good" role="status" title={words.fits}>
        <p class="font-medium wrap-anywhere">
          <Said
            sentence={words.proofOf}
            places={{ student: <bdi translate={false}>{whole}</bdi>, title: <bdi lang={language}>{title}</bdi> }}
          />
        </p>
        <p>
          {ended_at === null
            ? speaker.say(words.proofRunning, { from, at })
            : speaker.say(words.proofWhen, { from, to: momentText(speaker, ended_at), at })}
        </p>
        <p>{speaker.say(words.writing, { typed: proof.typed, arrived: proof.arrived, gone: proof.gone })}</p>
        {risk !== null && peak !== null && (
          <p>{speaker.say(words.risk, { peak: Math.round(peak), risk: Math.round(risk) })}</p>
        )}
        <p>{proof.is_replayed ? words.replayed : words.notReplayed}</p>
        <p>{speaker.say(words.entries, { whole: proof.whole, told: proof.told, hidden: proof.hidden })}</p>
        <Signed {...proof} />
      </AlertBox>
      <PagePart title={words.replay} lead={words.replayLead}>
        <ReplayPart
          recording={recording}
          detail={{ timeline: proof.timeline, reasons: [], flags: [], actions: [] }}
          wanted={null}
        />
      </PagePart>
    </div>
  );
}

function Signed(
  { public_key: key, is_key_confirmed, fitting, hash }: Omit<Answer<"export">, "kind"> | Omit<Answer<"proof">, "kind">,
) {
  const words = useWords("verify");
  const { speaker } = useSpeech();
  return (
    <div class="mt-2 flex flex-col gap-1 border-t border-low/40 pt-2 wrap-anywhere">
      <p class="font-medium">{is_key_confirmed ? words.keyConfirmed : words.keyUnconfirmed}</p>
      {fitting > 0 && <p>{speaker.say(words.receiptsFit, { n: fitting })}</p>}
      <p class="text-ink-soft">{speaker.say(words.keyIs, { key })}</p>
      <p class="text-ink-soft">{speaker.say(words.hash, { hash })}</p>
    </div>
  );
}

/** Questions as far as an account tells: their ids, in the order in which they were seen or answered. */
function questionsOf(steps: readonly ReplayStep[]): PaperQuestion[] {
  const ids = new Set<string>();
  for (const step of steps) {
    if ("question" in step) ids.add(questionOfAnswer(step.question));
    if (step.kind === "whole") { for (const id of Object.keys(step.answers)) ids.add(questionOfAnswer(id)); }
  }
  return Array.from(ids).flatMap((id) => {
    // Whoever writes to ids that no question can have wrote no answer.
    const question = PaperQuestion.safeParse({ id, type: "essay", text: id, points: 1 });
    return question.success ? [question.data] : [];
  });
}
