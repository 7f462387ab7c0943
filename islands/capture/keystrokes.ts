import { type CaptureContext, type CaptureSignal, isScriptMade, listen } from "./capture_signal.ts";
import { keyClass } from "./key_class.ts";
import { KeyPairing, type PressedKey } from "./key_pairing.ts";

/** Captures `keystroke_data`: what kind of key, how long it was held, how long after the one before. */
export function captureKeystrokes(context: CaptureContext, page: EventTarget): CaptureSignal {
  const pairing = new KeyPairing(({ at, dwell, flight, key, repeat, scripted }) =>
    context.record({
      dwell,
      flight,
      key,
      ...(repeat ? { repeat } : {}),
      ...(scripted ? { scripted } : {}),
      t: context.t(at),
      type: "keystroke_data",
    })
  );
  const unlisten = [
    listen(page, "keydown", (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      const altGraph = event.getModifierState("AltGraph");
      const key = keyClass({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altGraph });
      const pressed = pressedKey(event);
      if (event.repeat) pairing.repeat(pressed, key, event.timeStamp);
      else pairing.press(pressed, key, event.timeStamp);
    }),
    listen(page, "keyup", (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      pairing.release(pressedKey(event), event.timeStamp);
      // macOS sends no key-up for keys released while Command is held: https://bugs.webkit.org/show_bug.cgi?id=55291
      if (event.key === "Meta") pairing.abandon();
    }),
    listen(window, "blur", () => pairing.abandon()),
  ];
  return {
    settle: () => pairing.cut(context.now()),
    stop: () => {
      unlisten.forEach((remove) => remove());
      pairing.abandon();
    },
  };
}

/**
 * Keyboards on glass, and programs that type, give no `code`: their `key` has to do, which Shift changes between press and
 * release, and which may be "Unidentified" for every key.
 */
function pressedKey(event: KeyboardEvent): PressedKey {
  const { code, key } = event;
  const isScripted = isScriptMade(event);
  return code === ""
    ? { code: `key ${key.toLowerCase()}`, isCertain: false, isScripted }
    : { code, isCertain: true, isScripted };
}
