/** What few questions need, in one file that is loaded once somebody needs some of it: many small ones weigh more than they save. */
export { NumericMore } from "./numeric_more.tsx";
export { RubricRows } from "./rubric_rows.tsx";
