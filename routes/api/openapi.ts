import { z } from "zod";
import { ErrorBody } from "../../protocol/errors.ts";
import { type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { POLICIES } from "../edge/policies.ts";
import type { RestRoute } from "../edge/route.ts";
import { EXAMPLE_GROUPS, examplesOf } from "./examples/all_examples.ts";
import type { Example, RecordedAnswer } from "./examples/example.ts";
import type {
  Content,
  DocumentedAnswer,
  DocumentedOperation,
  JsonSchema,
  OpenApiDocument,
  Parameter,
  ShownExample,
} from "./openapi_document.ts";
import { byStatus, refusalsOf } from "./refusals.ts";
import { whoMayCall } from "./who_may_call.ts";

const JSON_TYPE = "application/json";

/** A file of any kind. */
const FILE: JsonSchema = { type: "string", format: "binary" };

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json as JsonSchema;
}

/** An answer in JSON, and the files that are given, or may be asked for in its place. */
function answerContent({ operation, answer }: RestRoute): Content {
  const policy = POLICIES[operation].answer;
  const files = policy.kind === "file" ? policy.types : policy.kind === "json" ? policy.orFile ?? [] : [];
  return {
    ...(answer && { [JSON_TYPE]: { schema: schemaOf(answer, "output") } }),
    ...Object.fromEntries(files.map((type) => [type, { schema: FILE }])),
  };
}

function bodyContent({ operation, body }: RestRoute, example: ShownExample | undefined): Content | null {
  const { kind } = POLICIES[operation].body;
  if (kind === "none") return null;
  const isJson = kind === "json" && body !== undefined;
  const type = isJson ? JSON_TYPE : example?.request?.type ?? "application/octet-stream";
  const schema = isJson ? schemaOf(body, "input") : FILE;
  return { [type]: { schema, ...(example?.request && { example: example.request.body }) } };
}

function parametersOf({ query }: RestRoute, path: string, example: ShownExample | undefined): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]): Parameter => {
    return { name, in: "path", required: true, schema: { type: "string" } };
  });
  if (query === undefined) return inPath;
  const { properties = {}, required = [] } = schemaOf(query, "input");
  const inQuery = Object.entries(properties).map(([name, schema]): Parameter => {
    const value = example?.query?.[name];
    return {
      name,
      in: "query",
      required: required.includes(name),
      schema,
      ...(value !== undefined && { example: value }),
    };
  });
  return [...inPath, ...inQuery];
}

/** What a bearer is called: the student's, or a session's of staff; undefined where none is needed. */
function bearerOf({ anyone, student }: Permission["allow"]): string | undefined {
  if (anyone !== undefined) return undefined;
  return student === undefined ? "{token}" : "{session_token}";
}

function shownExample(
  { title, query, body, file }: Example,
  answer: RecordedAnswer | null,
  token: string | undefined,
): ShownExample {
  return {
    ...(title && { title }),
    ...(query && { query }),
    ...(token && { token }),
    ...(body !== undefined && { request: { type: JSON_TYPE, body } }),
    ...(file && { request: { type: file.type, body: file.content } }),
    ...(answer && { answer }),
  };
}

/** Good answers, each with the first that was recorded. */
function goodAnswer(route: RestRoute, examples: readonly ShownExample[]): DocumentedAnswer {
  const content = answerContent(route);
  if (Object.keys(content).length === 0) return { description: "Done" };
  for (const { answer } of examples) {
    const shown = answer && answer.status < 300 && answer.type !== null ? content[answer.type] : undefined;
    if (shown !== undefined && shown.example === undefined) shown.example = answer?.body;
  }
  return { description: "Done", content };
}

function operation(route: RestRoute, permission: Permission): DocumentedOperation {
  const policy = POLICIES[route.operation];
  const found = examplesOf(route.operation);
  const token = bearerOf(permission.allow);
  const examples = found?.shown.map(({ example, answer }) => shownExample(example, answer, token)) ?? [];
  const good = goodAnswer(route, examples);
  const body = bodyContent(route, examples[0]);
  const refused = ErrorBody.shape.error.shape.code;
  const seen = examples.flatMap(({ answer }) => {
    const told = ErrorBody.safeParse(answer?.body);
    return told.success ? [refused.parse(told.data.error.code)] : [];
  });
  const refusal = { [JSON_TYPE]: { schema: { $ref: "#/components/schemas/Error" } } };
  const codes = byStatus([...refusalsOf(route, permission, policy), ...seen]);
  return {
    operationId: route.operation,
    tags: found === null ? [] : [found.tag],
    summary: route.summary,
    description: whoMayCall(permission.allow),
    parameters: parametersOf(route, permission.path, examples[0]),
    ...(body && {
      requestBody: { required: policy.body.kind !== "none" && !policy.body.mayBeEmpty, content: body },
    }),
    responses: {
      [route.status ?? (good.content ? 200 : 204)]: good,
      ...Object.fromEntries(
        codes.map(([status, names]) => [status, { description: names.join(", "), content: refusal }]),
      ),
      default: { description: "Refused, with its reason", content: refusal },
    },
    security: permission.allow.anyone === undefined ? [{ bearer: [] }] : [],
    "x-examples": examples,
  };
}

/** The OpenAPI 3.1 document of the REST operations, made of the schemas that check them and of their examples. */
export function openApiDocument(routes: readonly RestRoute[]): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const route of routes) {
    const permission: Permission = PERMISSIONS[route.operation];
    paths[permission.path] = { ...paths[permission.path], [permission.method]: operation(route, permission) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Invigil",
      version: "1.0.0",
      description: "Exams in the browser, and how they are taken. The sockets are described in /asyncapi.json.",
    },
    tags: EXAMPLE_GROUPS.map(({ tag, title, lead }) => ({ name: tag, "x-displayName": title, description: lead })),
    paths,
    components: {
      schemas: { Error: schemaOf(ErrorBody, "output") },
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
  };
}
