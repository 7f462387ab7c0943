import { z } from "zod";
import { ProctorToServer, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import { PERMISSIONS } from "../../server/auth/permissions.ts";

type Json = Record<string, unknown>;

function message(schema: z.ZodType): Json {
  const { $schema: _, ...payload } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return { contentType: "application/json", payload };
}

/** The AsyncAPI 3.0 document of the sockets, made of the schemas that check their messages. */
export function asyncApiDocument(): Json {
  return {
    asyncapi: "3.0.0",
    info: { title: "Invigil sockets", version: "1.0.0", description: "JSON text messages; the first one is hello." },
    channels: {
      student: {
        address: PERMISSIONS.ws_student.path,
        messages: { up: message(StudentToServer), down: message(ServerToStudent) },
      },
      proctor: {
        address: PERMISSIONS.ws_proctor.path,
        messages: { up: message(ProctorToServer), down: message(ServerToProctor) },
      },
    },
    operations: {
      studentSends: { action: "receive", channel: { $ref: "#/channels/student" } },
      studentHears: { action: "send", channel: { $ref: "#/channels/student" } },
      proctorSends: { action: "receive", channel: { $ref: "#/channels/proctor" } },
      proctorHears: { action: "send", channel: { $ref: "#/channels/proctor" } },
    },
  };
}
