import type {Tokenizer} from "../text/tokenizer.js";
import type {SpelledBytes} from "./spelledBytes.js";

/** A tokenizer that is made of a model, which is plain data: what it was made of, and what its ids spell. */
export interface TrainedTokenizer<Model = unknown> extends Tokenizer {
  readonly model: Model;
  /** What each id spells, as UTF-8 bytes: a token may be a part of a character. */
  readonly spelled: SpelledBytes;
}
