import { KeptSwitch } from "./kept_switch.ts";

/** Between two sounds, at least, ms: ten alerts at once are one sound. */
const SOUND_EVERY_MS = 2_000;

/** The two short tones: Hz, and after how many seconds each begins. */
const TONES = [[660, 0], [880, 0.14]] as const;
const TONE_S = 0.12;
const LOUDNESS = 0.12;

/** How a new alert is told beyond the page: by a sound, by the computer's own notification. Both are off until a proctor asks. */
export class AlertSignals {
  readonly sound = new KeptSwitch("invigil.alert_sound", false);
  readonly desktop = new KeptSwitch("invigil.alert_desktop", false);
  #audio: AudioContext | null = null;
  #soundedAt = -Infinity;

  /** Takes over what was chosen in this browser before; not what the browser has forbidden since. */
  restore(): void {
    this.sound.restore();
    this.desktop.restore();
    if (!isAllowed()) this.desktop.isOn.value = false;
  }

  /** Turns the sound on or off; whoever turns it on hears it. */
  turnSound(isOn: boolean): void {
    this.sound.turn(isOn);
    if (isOn) this.#play();
  }

  /** Turns notifications on or off. @returns Whether the browser lets them be as they were asked for. */
  async turnDesktop(isOn: boolean): Promise<boolean> {
    if (isOn && "Notification" in globalThis && Notification.permission === "default") {
      await Notification.requestPermission();
    }
    const isPossible = !isOn || isAllowed();
    this.desktop.turn(isOn && isPossible);
    return isPossible;
  }

  /**
   * Tells of a new alert, as far as a proctor has asked for it.
   *
   * @param text What the notification says: the exam and no name, since anybody may see the screen.
   * @param examId Several alerts of an exam are one notification.
   */
  tell(text: string, examId: string, nowMs: number): void {
    if (this.sound.isOn.peek() && nowMs - this.#soundedAt >= SOUND_EVERY_MS) {
      this.#soundedAt = nowMs;
      this.#play();
    }
    if (!this.desktop.isOn.peek() || !document.hidden || !isAllowed()) return;
    const notification = new Notification(text, { tag: `invigil ${examId}`, silent: true });
    notification.onclick = () => {
      globalThis.focus();
      notification.close();
    };
  }

  #play(): void {
    const audio = this.#audio ??= new AudioContext();
    // Without a press on this page since it was loaded the browser keeps it silent: then the next press lets it sound.
    void audio.resume();
    for (const [pitch, after] of TONES) {
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      const begin = audio.currentTime + after;
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(LOUDNESS, begin);
      loudness.gain.exponentialRampToValueAtTime(0.001, begin + TONE_S);
      tone.connect(loudness).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + TONE_S);
    }
  }
}

function isAllowed(): boolean {
  return "Notification" in globalThis && Notification.permission === "granted";
}
