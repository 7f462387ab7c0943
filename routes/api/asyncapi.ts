import { z } from "zod";
import { ProctorToServer, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import { PERMISSIONS } from "../../server/auth/permissions.ts";
import { PROCTOR_HEARS, PROCTOR_SAYS, STUDENT_HEARS, STUDENT_SAYS } from "./examples/sockets.ts";
import type { JsonSchema } from "./openapi_document.ts";

/** One type of message. */
export interface DocumentedMessage {
  /** Its `type`. */
  name: string;
  summary?: string;
  contentType: string;
  payload: JsonSchema;
  examples: { payload: unknown }[];
}

interface Channel {
  address: string;
  /** By way and type: `up_hello` is sent by the client, `down_welcome` by the server. */
  messages: Record<string, DocumentedMessage>;
}

/** The AsyncAPI 3.0 document of the sockets. */
export interface AsyncApiDocument {
  asyncapi: string;
  info: { title: string; version: string; description: string };
  channels: Record<"student" | "proctor", Channel>;
  operations: Record<string, unknown>;
}

type Way = "up" | "down";
type Union = { options: readonly z.ZodObject<{ type: z.ZodLiteral }>[] };

function messagesOf(way: Way, { options }: Union, examples: readonly { type: string }[]): Channel["messages"] {
  return Object.fromEntries(options.map((option) => {
    const name = String(option.shape.type.value);
    const { $schema: _, description, ...payload } = z.toJSONSchema(option, { io: "input", unrepresentable: "any" });
    return [`${way}_${name}`, {
      name,
      ...(description && { summary: description }),
      contentType: "application/json",
      payload: payload as JsonSchema,
      examples: examples.filter(({ type }) => type === name).map((example) => ({ payload: example })),
    }];
  }));
}

/** Who says what on a channel; AsyncAPI has it from the server's side. */
function operation(action: "receive" | "send", name: string, messages: Channel["messages"]) {
  const way: Way = action === "receive" ? "up" : "down";
  const said = Object.keys(messages).filter((key) => key.startsWith(`${way}_`));
  return {
    action,
    channel: { $ref: `#/channels/${name}` },
    messages: said.map((key) => ({ $ref: `#/channels/${name}/messages/${key}` })),
  };
}

/** The AsyncAPI 3.0 document of the sockets, made of the schemas that check their messages and of an example of each. */
export function asyncApiDocument(): AsyncApiDocument {
  const student = {
    ...messagesOf("up", StudentToServer, STUDENT_SAYS),
    ...messagesOf("down", ServerToStudent, STUDENT_HEARS),
  };
  const proctor = {
    ...messagesOf("up", ProctorToServer, PROCTOR_SAYS),
    ...messagesOf("down", ServerToProctor, PROCTOR_HEARS),
  };
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Invigil sockets",
      version: "1.0.0",
      description:
        "JSON text messages; the first one of a connection is hello, and nothing secret stands in an address.",
    },
    channels: {
      student: { address: PERMISSIONS.ws_student.path, messages: student },
      proctor: { address: PERMISSIONS.ws_proctor.path, messages: proctor },
    },
    operations: {
      studentSends: operation("receive", "student", student),
      studentHears: operation("send", "student", student),
      proctorSends: operation("receive", "proctor", proctor),
      proctorHears: operation("send", "proctor", proctor),
    },
  };
}
