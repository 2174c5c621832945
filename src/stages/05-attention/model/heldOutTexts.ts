import {heldOutPassages} from "../../../../tools/heldOutPassages.js";

/** What the stage's heads are measured on. */
export const heldOutTexts = (): readonly string[] => heldOutPassages({length: 80, apart: 7000});
