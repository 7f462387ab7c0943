/** A JSON Schema (2020-12), as much of it as zod writes. */
export interface JsonSchema {
  /** Of a schema of the document's `components`, in the place of all else. */
  $ref?: string;
  type?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** What is sent or answered, by content type. */
export type Content = Record<string, { schema: JsonSchema; example?: unknown }>;

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  schema: JsonSchema;
  example?: string;
}

export interface DocumentedAnswer {
  description: string;
  content?: Content;
}

/** A whole call with its answer. What stands in braces in what is sent is filled in by whoever makes it. */
export interface ShownExample {
  title?: string;
  query?: Record<string, string>;
  /** What the bearer is called, in braces; absent where it needs none. */
  token?: string;
  /** What is sent, and as what: parsed where it is JSON. */
  request?: { type: string; body: unknown };
  /** What was answered, long lists and texts cut; absent where nothing is recorded. */
  answer?: { status: number; type: string | null; body: unknown };
}

export interface DocumentedOperation {
  operationId: string;
  tags: string[];
  summary: string;
  /** Who may call it, in a sentence. */
  description: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  /** By status, and `default`. */
  responses: Record<string, DocumentedAnswer>;
  security: Record<string, string[]>[];
  "x-examples": ShownExample[];
}

/** The OpenAPI 3.1 document of the REST operations. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string; "x-displayName": string }[];
  /** By path, then by method in small letters. */
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
}
