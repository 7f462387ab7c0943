/** The reference at `/api`: what stands around it. It itself is in English. */
export const api = {
  title: "API reference",
  lead:
    "Every call and every message of this server: who may use it, what it takes and answers, and an example that a test runs.",
  english: "The reference itself is in English.",
  all: "All of the reference",
  parts: "Parts of the reference",
  onThisPage: "On this page",
  openApi: "The calls as an OpenAPI document",
  asyncApi: "The sockets as an AsyncAPI document",
  how:
    "What stands in braces is yours to fill in. A token comes from POST /api/session, or of a student from POST /start_exam, and goes along as a bearer. A refusal has an error with its code, a message and, where it is about a field, that field's path; nothing half-done is left behind.",
  guide: "An integration in five minutes",
  toClient: "The client for your own programs",
  client: "The client",
  clientSaid:
    "One file that imports nothing, for browsers, Node from 20 on and Deno: every call with its types, and both sockets. A student's events stay in it until the server has them on disk, over breaks and restarts. On Node before 22, give it a WebSocket. Copy both files beside your code.",
  parameters: "In the address",
  body: "Body",
  answer: "Answer",
  nothing: "No content",
  refusals: "May refuse with",
  example: "Example",
  answered: "Answers {status}, {type}",
  fields: "Fields",
} as const;
