/**
 * A formula in words, where it names what is chosen and a screen reader says no signs: "x squared", "open bracket a + b, close
 * bracket, over 2".
 */
export const formulas = {
  /** Several things that are one: a numerator, an exponent, what a root is of. */
  group: "open bracket {inner} close bracket",
  squared: "{base} squared",
  power: "{base} to the power of {exponent}",
  index: "{base} sub {index}",
  limits: "{base} from {from} to {to} of",
  below: "{base} with {below} below",
  above: "{base} with {above} above",
  fraction: "{above} over {below}",
  stacked: "{above} above {below}",
  root: "square root of {of}",
  rootOfDegree: "root of degree {degree} of {of}",
  overline: "{of} with a line above",
  row: "row {number}: {cells}",
  signs: {
    open: "open bracket",
    close: "close bracket",
    openSquare: "open square bracket",
    closeSquare: "close square bracket",
    openCurly: "open brace",
    closeCurly: "close brace",
    bar: "bar",
    slash: "over",
    factorial: "factorial",
    minus: "minus",
    times: "times",
    root: "square root",
  },
} as const;
