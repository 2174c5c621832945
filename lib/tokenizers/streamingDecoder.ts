import {bytesOfIds, settled, textOfBytes, type DecoderState} from "./spelledBytes.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";

/** What some ids added to a text, and what to go on with. */
export interface Decoded {
  readonly text: string;
  readonly state: DecoderState;
}

/** Decodes ids as they come. Both functions are pure: the state goes in and comes out, and may be kept or taken up again. */
export interface StreamingDecoder {
  /**
   * The text that ids add to what came before. Bytes that may yet become a character are held back in the state.
   *
   * @throws ConfigError if an id is not one of the vocabulary's.
   */
  readonly next: (state: DecoderState, ids: ArrayLike<number>) => Decoded;
  /** What is left at the end: one U+FFFD for a character that never became whole, or nothing. */
  readonly end: (state: DecoderState) => string;
}

/**
 * A decoder of streams, to begin with `decoderStart`. Whatever parts ids come in, the texts put end to end are what
 * `decode` gives for all of them.
 */
export const streamingDecoder = ({spelled}: TrainedTokenizer): StreamingDecoder => ({
  next: (state, ids) => {
    const {bytes, begun} = bytesOfIds("streamingDecoder.next", spelled, ids, state);
    const end = settled(bytes);
    return {text: textOfBytes(bytes.subarray(0, end)), state: {pending: Array.from(bytes.subarray(end)), begun}};
  },
  end: ({pending}) => textOfBytes(Uint8Array.from(pending))
});
