import { z } from "zod";
import { StaffRole } from "../../protocol/exam.ts";

/** The member of staff who looks at a page. */
export const Viewer = z.strictObject({
  username: z.string(),
  role: StaffRole,
  must_change_password: z.boolean(),
});
export type Viewer = z.infer<typeof Viewer>;
