import type { AlikePair } from "../../../protocol/alike.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { FigureList } from "./figure_list.tsx";
import { type NameOf, StudentLink } from "./student_link.tsx";

interface PairTableProps {
  pairs: readonly AlikePair[];
  nameOf: NameOf;
  examId: string;
}

/** Pairs whose answers are more alike than chance gives, the most unlikely first. */
export function PairTable({ pairs, nameOf, examId }: PairTableProps) {
  const words = useWords("alike");
  const { speaker } = useSpeech();
  return (
    <DataTable
      label={words.pairs}
      isTall={pairs.length > 20}
      columns={[
        { label: words.columns.students },
        { label: words.columns.same, numeric: true },
        { label: words.columns.wrong, numeric: true },
        { label: words.columns.chance },
      ]}
      rows={pairs.map(({ one, other, answered, same, same_wrong, figures }) => ({
        key: `${one} ${other}`,
        cells: [
          <span key="who" class="flex flex-col gap-0.5">
            <StudentLink attemptId={one} {...{ examId, nameOf }} />
            <StudentLink attemptId={other} {...{ examId, nameOf }} />
          </span>,
          speaker.say(words.of, { n: same, all: answered }),
          speaker.number(same_wrong),
          <FigureList key="figures" figures={figures} />,
        ],
      }))}
      empty={words.nothing}
    />
  );
}
