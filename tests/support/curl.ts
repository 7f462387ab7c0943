/** A call as a command line says it. */
export interface CurlCall {
  method: string;
  url: string;
  headers: Headers;
  body: string | undefined;
}

/** Words of a command line, as a POSIX shell splits them: quotes, escapes, variables. @throws {RangeError} For an unknown variable. */
export function shellWords(line: string, variables: Readonly<Record<string, string>> = {}): string[] {
  const words: string[] = [];
  let word: string | null = null;
  const piece = /\\\n|(\s+)|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\$(\w+)|([^\s'"\\$]+)/gsy;
  const valueOf = (name: string): string => {
    if (!Object.hasOwn(variables, name)) throw new RangeError(`Cannot run ${line}: nothing says what $${name} is`);
    return variables[name];
  };
  for (const [, space, single, double, escaped, variable, plain] of line.matchAll(piece)) {
    if (space !== undefined) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    const within = double?.replace(/\\(["\\$`])|\$(\w+)/g, (_, sign, name) => sign ?? valueOf(name));
    const text = single ?? within ?? escaped ?? (variable === undefined ? plain : valueOf(variable));
    if (text !== undefined) word = (word ?? "") + text;
  }
  return word === null ? words : [...words, word];
}

/** Reads a command of curl, of the options that our documents use. @throws {RangeError} For any other. */
export function readCurl(line: string, variables: Readonly<Record<string, string>> = {}): CurlCall {
  const [command, ...words] = shellWords(line, variables);
  if (command !== "curl") throw new RangeError(`Cannot call: ${command} is not curl`);
  const headers = new Headers();
  let [url, method, body]: (string | undefined)[] = [];
  while (words.length > 0) {
    const word = words.shift() ?? "";
    if (word === "-s") continue;
    if (word === "-X") method = words.shift();
    else if (word === "-H") {
      const [name, ...value] = (words.shift() ?? "").split(": ");
      headers.set(name, value.join(": "));
    } else if (word === "--json") {
      body = words.shift();
      headers.set("content-type", "application/json");
      headers.set("accept", "application/json");
    } else if (word === "--data-binary") body = words.shift();
    else if (word.startsWith("-") || url !== undefined) throw new RangeError(`Cannot call: ${word} is not known here`);
    else url = word;
  }
  if (url === undefined) throw new RangeError(`Cannot call: ${line} names no address`);
  return { method: method ?? (body === undefined ? "GET" : "POST"), url, headers, body };
}

/** Makes the call, as curl does. */
export async function callCurl({ method, url, headers, body }: CurlCall): Promise<Response> {
  return await fetch(url, { method, headers, body, redirect: "manual" });
}
