import { z } from "zod";
import { ErrorBody } from "../../protocol/errors.ts";
import { type Operation, type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { POLICIES } from "../edge/policies.ts";
import type { RestRoute } from "../edge/route.ts";

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}

function content(schema: z.ZodType, io: "input" | "output") {
  return { content: { "application/json": { schema: schemaOf(schema, io) } } };
}

/** An answer in JSON, and the files that may be asked for in its place. */
function answerContent(name: Operation, schema: z.ZodType): Json {
  const { answer } = POLICIES[name];
  const files = answer.kind === "json" ? answer.orFile ?? [] : [];
  const { content: json } = content(schema, "output");
  return { content: { ...json, ...Object.fromEntries(files.map((type) => [type, { schema: { type: "string" } }])) } };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function operation(route: RestRoute, permission: Permission): Json {
  const status = String(route.status ?? (route.answer ? 200 : 204));
  const roles = Object.keys(permission.allow);
  return {
    operationId: route.operation,
    summary: route.summary,
    description: roles.includes("anyone") ? "Open to anyone." : `For ${roles.join(", ")}.`,
    parameters: [...pathParameters(permission.path), ...queryParameters(route.query)],
    ...(route.body && { requestBody: { required: true, ...content(route.body, "input") } }),
    responses: {
      [status]: { description: "Done", ...(route.answer && answerContent(route.operation, route.answer)) },
      default: { description: "Refused, with its reason", ...content(ErrorBody, "output") },
    },
    security: roles.includes("anyone") ? [] : [{ bearer: [] }],
  };
}

/** The OpenAPI 3.1 document of the REST operations, made of the schemas that check them. */
export function openApiDocument(routes: readonly RestRoute[]): Json {
  const paths: Record<string, Json> = {};
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
    paths,
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  };
}
