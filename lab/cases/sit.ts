import type { Random } from "../../scoring/models/random.ts";
import type { Carrier } from "./carrier.ts";
import type { Case } from "./case.ts";
import { Desk, type DeskSetting } from "./desk.ts";
import { entriesOf } from "./entries.ts";

/**
 * A case's sitting at an ordinary desk, whose batches arrive as they are made.
 *
 * @param act What is done there.
 * @param setting What differs about window and screen.
 */
export function sit(
  act: (desk: Desk, carrier: Carrier, random: Random) => void,
  setting?: DeskSetting,
): Case["make"] {
  return (carrier, random) => {
    const desk = new Desk(setting);
    act(desk, carrier, random);
    return { entries: entriesOf(desk.events) };
  };
}
