import {textInput} from "../figure/controls.js";

/** Letters that a sentence of the reader’s may have, at most. */
export const SENTENCE_LETTERS = 40;

/** The reader’s sentence, for the transformer that comes with the book to read. */
export const sentenceInput = () =>
  textInput({
    label: "Sentence",
    value: "The whale, the white whale, the wh",
    size: SENTENCE_LETTERS,
    valid: (text) => [...text].length >= 4,
    rule: "4 to 40 characters",
    example: "Call me Ishmael. Call me"
  });
