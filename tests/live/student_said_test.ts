import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

liveTest(
  "[DK94] what a student says makes a sign in every room, also after the end and for who comes later",
  async (server) => {
    const questions = [{ id: "q1", type: "essay", text: "Write." }];
    const { examId } = await server.publish({ code: "SAID", title: "S", duration_minutes: 60, questions });
    const { attempt_id, session_token } = await server.join("Ada", "SAID");
    const admin = await server.signIn();
    const room = proctorSocket(server.url, admin, examId);
    const first = await room.next("room");
    assert.ok(first.type === "room" && first.students[0].said === undefined);
    const heard = (times: number) =>
      room.until((message) =>
        message.type === "frame" &&
        message.students.some((student) => student.attempt_id === attempt_id && student.said === times)
      );
    await server.call("POST", "/api/attempt/call", session_token, { text: "May I ask something?" });
    await heard(1);
    await server.call("POST", "/submit_exam", session_token, {});
    const stated = await server.call("POST", "/api/attempt/statement", session_token, { text: "My phone rang." });
    assert.equal(stated.status, 201);
    await heard(2);
    room.close();
    const later = proctorSocket(server.url, admin, examId);
    const whole = await later.next("room");
    assert.ok(whole.type === "room" && whole.students[0].said === 2);
    later.close();
  },
);
