import type { AuthoredExam } from "../authored_exam.ts";

/** What a part of the settings is given. */
export interface SettingsProps {
  exam: AuthoredExam;
  set: <Name extends keyof AuthoredExam>(name: Name, value: AuthoredExam[Name]) => void;
  /** Changes several fields in one step. @param place Where; "" is a step of its own. */
  edit: (change: (exam: AuthoredExam) => AuthoredExam, place: string) => void;
  /** What is wrong at a path from the exam on, said. */
  problem: (...path: (string | number)[]) => string | undefined;
  /** Id of the element in which a path is written. */
  at: (...path: (string | number)[]) => string;
}
