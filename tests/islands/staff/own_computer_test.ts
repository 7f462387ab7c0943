import assert from "node:assert/strict";
import { isOwnComputer } from "../../../islands/staff/own_computer.tsx";

Deno.test("[WR95] an address of this computer alone is known as one, and no other", () => {
  for (const name of ["127.0.0.1", "127.1.2.3", "localhost", "Localhost", "invigil.localhost", "[::1]", "0.0.0.0"]) {
    assert.ok(isOwnComputer(name), name);
  }
  for (
    const name of ["192.168.0.7", "exams.example.org", "127.0.0.1.example.org", "localhost.example.org", "[fe80::1]"]
  ) {
    assert.ok(!isOwnComputer(name), name);
  }
});
