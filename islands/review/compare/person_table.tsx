import type { AlikePerson } from "../../../protocol/alike.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useWords } from "../../components/speech.tsx";
import { FigureList } from "./figure_list.tsx";
import { type NameOf, StudentLink } from "./student_link.tsx";

interface PersonTableProps {
  people: readonly AlikePerson[];
  nameOf: NameOf;
  examId: string;
}

/** Whose own answers or times do not fit, the most unlikely first. */
export function PersonTable({ people, nameOf, examId }: PersonTableProps) {
  const words = useWords("alike");
  return (
    <DataTable
      label={words.people}
      isTall={people.length > 20}
      columns={[{ label: words.columns.student }, { label: words.columns.chance }]}
      rows={people.map(({ attempt_id: attemptId, figures }) => ({
        key: attemptId,
        cells: [
          <StudentLink key="who" {...{ examId, attemptId, nameOf }} />,
          <FigureList key="figures" figures={figures} />,
        ],
      }))}
      empty={words.nothing}
    />
  );
}
