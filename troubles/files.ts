/** Files that are not what their format says. */
import {load, save} from "../lib/index.js";
import {loadCheckpoint, readSafetensors, saveCheckpoint, tensor, storedOf, writeSafetensors} from "../lib/tensor.js";

export const cutShort = () => {
  const file = saveCheckpoint({step: 3, weight: tensor([1, 2, 3])});
  return loadCheckpoint(file.subarray(0, file.length - 4));
};
export const cutShortMended = () => loadCheckpoint(saveCheckpoint({step: 3, weight: tensor([1, 2, 3])}));

export const oneBitOff = () => {
  const file = save({step: 3, losses: [2.5, 1.5]});
  return load(file.map((byte, i) => (i === file.length - 1 ? byte ^ 1 : byte)));
};
export const oneBitOffMended = () => load(save({step: 3, losses: [2.5, 1.5]}));

export const anotherFormat = () => readSafetensors(new TextEncoder().encode('{"weight": [1, 2, 3]}'));
export const anotherFormatMended = () =>
  readSafetensors(writeSafetensors({tensors: new Map([["weight", storedOf(tensor([1, 2, 3]))]]), metadata: {}}));
