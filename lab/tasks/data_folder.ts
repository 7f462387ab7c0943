import { parseArgs } from "node:util";

/** What a task was asked for. */
interface DataTask {
  data: string;
  json: boolean;
}

/**
 * Options of a task that reads data sets.
 *
 * @param args The command line after the task's name.
 * @returns The options, or a sentence on what is wrong with them.
 */
export function readDataTask(args: readonly string[]): DataTask | string {
  let values: { data?: string; json?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { data: { type: "string" }, json: { type: "boolean" } },
      strict: true,
      allowPositionals: false,
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.data === undefined || values.data === "") return "--data must name the folder that holds the data sets.";
  return { data: values.data, json: values.json ?? false };
}
