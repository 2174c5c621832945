import {messageOf} from "../../../components/message.js";

/** What the library says of an id that its table does not have. */
export async function refusedId(): Promise<string> {
  const {embedding, tensor} = await import("/lib/tensor.js");
  const table = tensor([
    [1, 2],
    [3, 4]
  ]);
  try {
    return `${embedding(table, tensor([0, 2], "int32")).shape.join(" by ")}: nothing was refused`;
  } catch (error) {
    return messageOf(error);
  }
}
