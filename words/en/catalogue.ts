/** Everything that is captured: what is seen, and why. A change of a word here is a new version of the consent. */
export const catalogue = {
  topics: {
    answers: "Your answers",
    keyboard: "Keyboard",
    pointer: "Pointer",
    clipboard: "Copy and paste",
    window: "Window",
    time: "Time and connection",
  },
  events: {
    answer_edit: {
      seen:
        "Your answer's text changed: where, how much was removed, and the text that was put in, with its time; and whether the browser says that a script did it.",
      purpose: "So that nothing you write is lost, and so that it can be shown how an answer came to be.",
    },
    answer_select: {
      seen: "A choice was made: your answer; and whether the browser says that a script did it.",
      purpose: "So that your choices are saved as you make them.",
    },
    question_view: {
      seen: "A question was opened.",
      purpose: "So that what is seen can be told apart by question, and compared with your own earlier ones.",
    },
    keystroke_data: {
      seen:
        "A key was pressed: what kind of key, how long it was held, how long after the last one, and whether the browser says that a script pressed it. Not which key.",
      purpose:
        "The rhythm of typing shows whether the same person goes on writing, and whether a text is being copied. If you practise while you wait to be let in, the rhythm of that is kept as an example of yours, and not what you write.",
    },
    mouse_data: {
      seen:
        "Where the pointer moved, pressed or scrolled, as shares of the window; of a mouse's press, how far from the middle of the button or field it was; and whether the browser says that a script did it.",
      purpose: "The way a pointer moves, and where it presses, shows whether a person or a program is at work.",
    },
    copy_event: {
      seen: "Text on the page was copied: how many characters, not which.",
      purpose: "So that text you move within the exam is known to be yours.",
    },
    cut_event: {
      seen: "Text in an answer was cut: how many characters.",
      purpose: "So that text you move within the exam is known to be yours.",
    },
    paste_event: {
      seen: "Text was pasted: how many characters, and whether it came from this exam.",
      purpose: "Text from outside the exam may need an explanation.",
    },
    focus_change: {
      seen: "The exam's window lost or regained the keyboard.",
      purpose: "Time spent in another window may need an explanation.",
    },
    tab_switch: {
      seen: "The exam's tab was hidden or shown again.",
      purpose: "Time spent in another tab may need an explanation.",
    },
    window_resize: {
      seen: "The window's size changed.",
      purpose: "A window made small may leave room for another one beside it.",
    },
    fullscreen_change: {
      seen: "Full screen was entered or left.",
      purpose: "Leaving full screen may bring another window to view.",
    },
    display_change: {
      seen: "Whether the browser reports more than one screen.",
      purpose: "A second screen can show what the first one does not.",
    },
    idle: {
      seen: "A time without any input.",
      purpose: "So that a pause is known as a pause.",
    },
    capture_start: {
      seen:
        "The page began to capture: which of the kinds named here it is able to see, and whether the browser says that a program drives it.",
      purpose:
        "So that a page that sees nothing is not taken for a student who does nothing, and a program not for a student.",
    },
    connection_change: {
      seen: "The browser went offline or came back. Never a reason for risk.",
      purpose: "So that a lost network is never mistaken for anything else.",
    },
  },
  /** Whatever an exam's policy says. */
  never: {
    camera: "No camera, no microphone, no picture of your screen.",
    keys: "Not which keys you press outside your answers: only what kind of key, and when.",
    clipboard: "Not what is on your clipboard. Text that you paste into an answer becomes a part of the answer.",
    outside: "Nothing before you agree, and nothing after you submit.",
  },
} as const;
