import { z } from "zod";
import { Viewer } from "../staff/viewer.ts";
import { SavedExam } from "./authored_exam.ts";

/** What the page of an exam's author starts from. */
export const EditData = z.strictObject({
  viewer: Viewer,
  exam: SavedExam,
});
export type EditData = z.infer<typeof EditData>;
