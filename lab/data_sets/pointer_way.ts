/** A pointer's way: ms and places in viewport heights. */
export interface PointerWay {
  t: number[];
  x: number[];
  y: number[];
}
