import assert from "node:assert/strict";
import { keepAddress, type TabHistory } from "../../../../islands/proctor/room/room_address.ts";
import { RoomStore } from "../../../../islands/proctor/room/room_store.ts";
import { RoomView } from "../../../../islands/proctor/room/room_view.ts";

/** A tab whose steps the test sees; going back takes until the test says so, as in a browser. */
class FakeTab implements TabHistory {
  readonly steps: { path: string; isFromRoom: boolean }[];
  at = 0;
  #moved = () => {};

  constructor(path: string) {
    this.steps = [{ path, isFromRoom: false }];
  }
  path(): string {
    return this.steps[this.at].path;
  }
  push(path: string, isFromRoom: boolean): void {
    this.steps.splice(++this.at, Infinity, { path, isFromRoom });
  }
  replace(path: string): void {
    this.steps[this.at] = { ...this.steps[this.at], path };
  }
  isFromRoom(): boolean {
    return this.steps[this.at].isFromRoom;
  }
  wanted = 0;
  back(): void {
    this.wanted--;
  }
  onMoved(call: () => void): () => void {
    this.#moved = call;
    return () => this.#moved = () => {};
  }
  /** Carries out what was asked for, or what its user does. */
  move(steps = this.wanted): void {
    this.wanted = 0;
    this.at += steps;
    this.#moved();
  }
  get paths(): string[] {
    return this.steps.map(({ path }) => path);
  }
}

function roomAt(path: string, opened: string | null = null) {
  const view = new RoomView(new RoomStore(), (a, b) => a < b ? -1 : 1, opened);
  const tab = new FakeTab(path);
  return { view, tab, stop: keepAddress(view, "e1", tab) };
}

Deno.test("[DK50] opening goes to the drawer's address, Back closes it, forward opens it again", () => {
  const { view, tab, stop } = roomAt("/exams/e1/room");
  view.open("ada");
  view.moveTo("grace");
  assert.deepEqual(tab.paths, ["/exams/e1/room", "/exams/e1/room/grace"]);
  tab.move(-1);
  assert.equal(view.opened.peek(), null);
  tab.move(1);
  assert.equal(view.opened.peek(), "grace");
  stop();
});

Deno.test("[DK50] closing goes back to the room; who opens another one meanwhile stays there", () => {
  const { view, tab } = roomAt("/exams/e1/room");
  view.open("ada");
  view.close();
  tab.move();
  assert.deepEqual([tab.at, tab.path()], [0, "/exams/e1/room"]);
  view.open("ada");
  view.close();
  view.open("grace");
  tab.move();
  assert.deepEqual([view.opened.peek(), tab.path()], ["grace", "/exams/e1/room/grace"]);
  assert.equal(tab.steps.length, 2);
});

Deno.test("[DK50] whoever came by a link stays in the room when the drawer is closed", () => {
  const { view, tab } = roomAt("/exams/e1/room/expected.4a", "expected.4a");
  assert.deepEqual(tab.paths, ["/exams/e1/room/expected.4a"]);
  view.close();
  assert.deepEqual([tab.wanted, tab.paths], [0, ["/exams/e1/room"]]);
});
