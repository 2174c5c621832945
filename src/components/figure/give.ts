import {moved, settled, type Control} from "./control.js";

/** Gives a control a value, as a gesture of the reader’s would that has ended. */
export function give<T>(control: Control<T>, value: T): void {
  control.value = value;
  moved(control);
  settled(control);
}
