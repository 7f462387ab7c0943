/** A student's name, by the attempt's id. */
export type NameOf = (attemptId: string) => string;

/** A name that leads to the attempt's review. */
export function StudentLink({ examId, attemptId, nameOf }: { examId: string; attemptId: string; nameOf: NameOf }) {
  return (
    <a
      class="self-start rounded-sm font-medium text-accent underline-offset-4 hover:underline"
      href={`/exams/${examId}/review/${attemptId}`}
      translate={false}
    >
      <bdi>{nameOf(attemptId)}</bdi>
    </a>
  );
}
