import type { VNode } from "preact";
import { RichPiece } from "../../../islands/components/rich_text.tsx";
import { useSpeech, useWords } from "../../../islands/components/speech.tsx";
import type { PaperQuestionOf, QuestionType } from "../../../protocol/items/registry.ts";

interface RoomProps<Type extends QuestionType> {
  question: PaperQuestionOf<Type>;
  /** BCP 47 tag of the exam, where it says so. */
  language: string | undefined;
}

type Room<Type extends QuestionType> = (props: RoomProps<Type>) => VNode;

type Choices = PaperQuestionOf<"single_choice">["choices"];

/** Characters and words that a hand writes in a line. */
const PER_LINE = { characters: 60, words: 8 };

/** Lines to write on: for an essay of no given length, for a program, and at most. */
const LINES = { essay: 18, code: 16, most: 60 };

/** Where each type of question is answered with a pen. */
const ROOMS: { readonly [Type in QuestionType]: Room<Type> } = {
  single_choice: ({ question, language }) => <Boxes choices={question.choices} language={language} isRound />,
  multiple_choice: ({ question, language }) => <Boxes choices={question.choices} language={language} />,
  true_false: TrueFalseRoom,
  numeric: NumericRoom,
  short_text: ({ question: { max_characters: most } }) => <Lines count={Math.min(8, most / PER_LINE.characters)} />,
  essay: EssayRoom,
  matching: MatchingRoom,
  ordering: OrderingRoom,
  cloze: ClozeRoom,
  code: CodeRoom,
  file: FileRoom,
};

/** Room for the answer to a question: boxes to tick, blanks, or lines. */
export function AnswerRoom(props: RoomProps<QuestionType>): VNode {
  return roomFor(props.question.type, props);
}

function roomFor<Type extends QuestionType>(type: Type, props: RoomProps<Type>): VNode {
  const Room: Room<Type> = ROOMS[type];
  return <Room {...props} />;
}

/** A note above the room, as the exam's page has it above its field. */
function Note({ children }: { children: string }) {
  return <p class="paper-head mb-3 text-sm">{children}</p>;
}

interface BoxesProps {
  choices: Choices;
  language: string | undefined;
  /** One alone is right. */
  isRound?: boolean;
}

function Boxes({ choices, language, isRound = false }: BoxesProps) {
  const words = useWords("exam").answer;
  return (
    <>
      <Note>{isRound ? words.chooseOne : words.chooseAll}</Note>
      <ul class="flex flex-col gap-2.5">
        {choices.map((choice) => (
          <li key={choice.id} class="flex break-inside-avoid items-start gap-3">
            <span
              class={`mt-0.5 size-5 shrink-0 border-2 border-ink ${isRound ? "rounded-full" : "rounded-xs"}`}
            />
            <RichPiece of={choice} language={language} class="min-w-0" />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words are the page's own. */
function TrueFalseRoom() {
  const words = useWords("exam").answer;
  const choices = [{ id: "true", text: words.true }, { id: "false", text: words.false }];
  return <Boxes choices={choices} language={undefined} isRound />;
}

function Lines({ count }: { count: number }) {
  return (
    <div>
      {Array.from(
        { length: Math.min(LINES.most, Math.max(1, Math.ceil(count))) },
        (_, line) => <div key={line} class="h-9 border-b border-ink/50" />,
      )}
    </div>
  );
}

function NumericRoom({ question: { unit, takes_unit: takesUnit }, language }: RoomProps<"numeric">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const wanted = takesUnit
    ? unit ? speaker.say(words.numberAndUnit, { unit }) : words.numberWithUnit
    : unit
    ? speaker.say(words.numberIn, { unit })
    : words.number;
  return (
    <>
      <Note>{wanted}</Note>
      <div class="flex items-end gap-3">
        <div class="h-9 w-56 border-b border-ink/50" />
        {unit && !takesUnit && <bdi lang={language}>{unit}</bdi>}
      </div>
    </>
  );
}

function EssayRoom({ question: { words: bounds } }: RoomProps<"essay">) {
  const { speaker } = useSpeech();
  const words = useWords("examPaper").sheet.words;
  const { min, max } = bounds ?? {};
  const asked = min !== undefined && max !== undefined
    ? speaker.say(words.between, { min, max })
    : min !== undefined
    ? speaker.say(words.least, { min })
    : max !== undefined
    ? speaker.say(words.most, { max })
    : null;
  const most = max ?? (min === undefined ? undefined : min * 1.5);
  return (
    <>
      {asked !== null && <Note>{asked}</Note>}
      <Lines count={most === undefined ? LINES.essay : Math.max(4, most / PER_LINE.words)} />
    </>
  );
}

function MatchingRoom({ question: { left, right }, language }: RoomProps<"matching">) {
  const words = useWords("examPaper").sheet;
  return (
    <>
      <Note>{words.match}</Note>
      <div class="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        <ul class="flex flex-col gap-2.5">
          {left.map((one) => <Numbered key={one.id} choice={one} language={language} />)}
        </ul>
        <ul class="flex flex-col gap-2.5">
          {right.map((other, place) => (
            <li key={other.id} class="flex break-inside-avoid items-start gap-3">
              <b class="w-7 shrink-0">{letter(place)}</b>
              <RichPiece of={other} language={language} class="min-w-0" />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** A, B … Z, AA, AB …: as a table's columns are called. */
function letter(place: number): string {
  const last = String.fromCharCode(65 + place % 26);
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}

function OrderingRoom({ question: { choices }, language }: RoomProps<"ordering">) {
  const words = useWords("examPaper").sheet;
  return (
    <>
      <Note>{words.order}</Note>
      <ul class="flex flex-col gap-2.5">
        {choices.map((choice) => <Numbered key={choice.id} choice={choice} language={language} />)}
      </ul>
    </>
  );
}

/** Something with a box for a number or a letter before it. */
function Numbered({ choice, language }: { choice: Choices[number]; language: string | undefined }) {
  return (
    <li class="flex break-inside-avoid items-start gap-3">
      <span class="size-8 shrink-0 rounded-xs border-2 border-ink" />
      <RichPiece of={choice} language={language} class="min-w-0 pt-1" />
    </li>
  );
}

function ClozeRoom({ question: { passage, gaps }, language }: RoomProps<"cloze">) {
  const words = useWords("exam").answer;
  return (
    <>
      <Note>{words.fillGaps}</Note>
      <div lang={language} dir="auto" class="leading-[2.4] whitespace-pre-wrap wrap-anywhere">
        {passage.map((piece, index) => {
          const gap = gaps.find(({ id }) => id === piece.gap);
          if (gap === undefined) {
            return <RichPiece key={index} of={{ text: "", ...piece }} language={language} isInSentence />;
          }
          if (gap.choices === undefined) {
            return <span key={gap.id} class="mx-1 inline-block h-6 w-40 border-b border-ink" />;
          }
          return (
            <span
              key={gap.id}
              class="mx-1 inline-flex max-w-full flex-wrap gap-x-4 rounded-field border border-ink/50 px-2 py-1 align-middle leading-normal"
            >
              {gap.choices.map((choice) => (
                <span key={choice.id} class="inline-flex items-center gap-1.5">
                  <span class="size-4 shrink-0 rounded-full border-2 border-ink" />
                  <RichPiece of={choice} language={language} />
                </span>
              ))}
            </span>
          );
        })}
      </div>
    </>
  );
}

function CodeRoom({ question: { programming_language: language, starter } }: RoomProps<"code">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  return (
    <>
      {language && <Note>{speaker.say(words.codeIn, { language })}</Note>}
      {starter && (
        <div class="mb-3">
          <p class="text-sm">{words.givenCode}</p>
          <pre
            dir="ltr"
            translate={false}
            class="mt-1 border border-ink/40 px-3 py-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
          >{starter.text}</pre>
        </div>
      )}
      <Lines count={LINES.code} />
    </>
  );
}

function FileRoom() {
  return <Note>{useWords("examPaper").sheet.file}</Note>;
}
