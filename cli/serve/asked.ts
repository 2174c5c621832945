import type {WritingRequest} from "llm-first-principles/transformer";
import type {Piece} from "./pieces.js";

/** Tokens that a request has cost. */
export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** How answers of a kind look, but for what all have. */
export interface Form {
  /** What the ids of its answers begin with. */
  readonly prefix: string;
  readonly whole: string;
  readonly chunk: string;
  /** A text that was written, as a choice. */
  readonly choice: (index: number, piece: Piece) => object;
  /** Chunks of a choice that a piece comes in: before the first piece, `undefined` is asked for. */
  readonly parts: (index: number, piece: Piece | undefined) => readonly object[];
}

/** A request that was looked at, ready to be written. */
export interface Asked {
  readonly texts: readonly WritingRequest[];
  readonly promptTokens: number;
  /** How many of the likeliest tokens come with each; undefined if tokens are not asked for. */
  readonly likeliest: number | undefined;
  readonly stream: boolean;
  /** Whether a stream ends with what was used. */
  readonly usage: boolean;
  readonly form: Form;
}

/** What OpenAI calls the end of a text: of its length, or of itself. */
export const finishReason = ({ended}: Piece): "length" | "stop" | null =>
  ended === undefined ? null : ended === "length" ? "length" : "stop";
