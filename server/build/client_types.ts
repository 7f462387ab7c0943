import { CLIENT_SURFACE } from "./client_surface.ts";
import { commentOf, type TypedSchema, typeOf } from "./schema_type.ts";

type Content = Readonly<Record<string, { schema: TypedSchema }>>;

/** As much of the OpenAPI document as the client is made of. */
export interface ClientDocument {
  paths: Readonly<Record<string, Readonly<Record<string, DocumentedCall>>>>;
}

interface DocumentedCall {
  operationId: string;
  summary: string;
  parameters: readonly { name: string; in: "path" | "query"; required: boolean; schema: TypedSchema }[];
  requestBody?: { required: boolean; content: Content };
  responses: Readonly<Record<string, { content?: Content }>>;
}

/** As much of the AsyncAPI document. */
export interface ClientMessages {
  channels: Readonly<
    Record<"student" | "proctor", { messages: Readonly<Record<string, { name: string; payload: TypedSchema }>> }>
  >;
}

/** What the client knows of an operation at run time, as `islands/client/api_client.ts` reads it. */
interface ClientOperation {
  address: string;
  sendsJson: boolean;
  answer: "json" | "file" | "either" | "nothing";
}

interface Call extends ClientOperation {
  call: DocumentedCall;
}

const JSON_TYPE = "application/json";

function callsOf({ paths }: ClientDocument): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]): Call => {
      const types = Object.keys(goodContent(call));
      const isJson = types.includes(JSON_TYPE);
      const answer = types.length === 0 ? "nothing" : !isJson ? "file" : types.length === 1 ? "json" : "either";
      const sendsJson = call.requestBody?.content[JSON_TYPE] !== undefined;
      return { address: `${method.toUpperCase()} ${path}`, sendsJson, answer, call };
    })
  );
}

function goodContent({ responses }: DocumentedCall): Content {
  return Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1].content ?? {};
}

/** The operations that the client calls, by name. */
export function clientOperations(document: ClientDocument): Record<string, ClientOperation> {
  return Object.fromEntries(
    callsOf(document).map(({ call, address, sendsJson, answer }) => [call.operationId, { address, sendsJson, answer }]),
  );
}

/** The client's types: those of every operation and message, made of the documents, and the client's own. */
export function clientTypes(document: ClientDocument, messages: ClientMessages): string {
  const operations = callsOf(document).map((call) => `  ${commentOf(call.call.summary)}\n  ${operationType(call)}\n`);
  return [
    "/** Types of Invigil's client, made of the schemas that check every call and message. */\n",
    `export interface Operations {\n${operations.join("")}}\n`,
    messageType("StudentToServer", "What a student's client sends.", messages.channels.student.messages, "up_"),
    messageType("ServerToStudent", "What it hears.", messages.channels.student.messages, "down_"),
    messageType("ProctorToServer", "What a proctor's client sends.", messages.channels.proctor.messages, "up_"),
    messageType("ServerToProctor", "What it hears.", messages.channels.proctor.messages, "down_"),
    CLIENT_SURFACE,
  ].join("\n");
}

function operationType({ call, address, answer }: Call): string {
  const { operationId, parameters, requestBody } = call;
  const json = goodContent(call)[JSON_TYPE]?.schema;
  const answers = [
    ...(json ? [typeOf(json, "    ")] : []),
    ...(answer === "file" || answer === "either" ? ["Blob"] : []),
  ];
  return [
    `${operationId}: {`,
    `    address: ${JSON.stringify(address)};`,
    `    params: ${parametersType(parameters.filter((one) => one.in === "path"))};`,
    `    query: ${parametersType(parameters.filter((one) => one.in === "query"))};`,
    `    body: ${bodyType(requestBody)};`,
    `    answer: ${answers.join(" | ") || "undefined"};`,
    "  };",
  ].join("\n");
}

function parametersType(parameters: DocumentedCall["parameters"]): string {
  if (parameters.length === 0) return "undefined";
  const fields = parameters.map(({ name, required, schema }) => {
    const type = typeOf(schema, "      ");
    // What the server reads out of a text has no type of its own in the document.
    return `      ${name}${required ? "" : "?"}: ${type === "unknown" ? "string | number | boolean" : type};\n`;
  });
  return `{\n${fields.join("")}    }`;
}

function bodyType(body: DocumentedCall["requestBody"]): string {
  if (body === undefined) return "undefined";
  const json = body.content[JSON_TYPE]?.schema;
  const type = json === undefined ? "Blob | Uint8Array | string" : typeOf(json, "    ");
  return body.required ? type : `${type} | undefined`;
}

function messageType(
  name: string,
  said: string,
  messages: Readonly<Record<string, { payload: TypedSchema }>>,
  way: string,
): string {
  const types = Object.entries(messages).filter(([key]) => key.startsWith(way))
    .map(([, { payload }]) => `  | ${typeOf(payload, "  ")}`);
  return `${commentOf(said)}\nexport type ${name} =\n${types.join("\n")};\n`;
}
