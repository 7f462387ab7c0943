import assert from "node:assert/strict";
import { z } from "zod";
import { type Operation, PERMISSIONS } from "../../server/auth/permissions.ts";
import { errorOf, liveTest } from "../support/live_server.ts";
import { bodyOf, digest, pathOf, permissionWorld } from "../support/permission_world.ts";

const Parameters = z.array(
  z.object({ name: z.string(), in: z.string(), schema: z.object({ enum: z.array(z.string()) }).partial() }),
);
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), parameters: Parameters }))),
});

/** Words that somebody may mean yes by. */
const OTHER_WORDS = ["1", "0", "yes", "TRUE", "True", "on", "", " true", "true,false"];

liveTest(
  "[RE57] a parameter of yes or no takes true and false, and names itself where it is another word",
  async (server) => {
    const all = await permissionWorld(server);
    const { paths } = Document.parse((await server.call("GET", "/openapi.json", null)).body);
    const flags = Object.values(paths).flatMap((methods) => Object.values(methods)).flatMap((call) =>
      call.parameters.filter(({ schema }) => schema.enum?.toString() === "true,false")
        .map(({ name }) => ({ operation: call.operationId as Operation, name }))
    );
    assert.ok(flags.length >= 13, `${flags.length} found`);
    for (const name of ["apply", "preview", "archived", "polled", "anonymous", "key"]) {
      assert.ok(flags.some((flag) => flag.name === name), name);
    }
    const admin = all.comers.find(({ role }) => role === "admin")?.token ?? "";
    const before = await digest(server);
    for (const { operation, name } of flags) {
      const { method, allow } = PERMISSIONS[operation];
      const token = "student" in allow && !("admin" in allow) ? all.one.session_token : admin;
      for (const word of OTHER_WORDS) {
        const path = `${pathOf(operation, all)}?${name}=${encodeURIComponent(word)}`;
        const answer = await server.call(method.toUpperCase(), path, token, bodyOf(operation, all));
        assert.deepEqual([answer.status, errorOf(answer).path], [422, name], `${operation} ${name}=${word}`);
      }
    }
    assert.equal(await digest(server), before);
  },
);
