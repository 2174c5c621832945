export {pieces, type Split} from "./tokenizers/splits.js";
export {tokenizerUnicodeVersion} from "./tokenizers/characterRanges.js";
export {countPieces, type PieceCounts} from "./tokenizers/countPieces.js";
export {bpeMerges, trainBpe, type BpeTraining} from "./tokenizers/bpeTraining.js";
export type {LearnedMerge} from "./tokenizers/learnMerges.js";
export {bpeFromRanks} from "./tokenizers/bpeFromRanks.js";
export {bpeTokenizer, type BpeTokenizer} from "./tokenizers/bpe.js";
export type {BpeModel, Merge} from "./tokenizers/bpeModel.js";
export type {AddedToken} from "./tokenizers/addedTokens.js";
export type {TrainedTokenizer} from "./tokenizers/trainedTokenizer.js";
export {decoderStart, type DecoderState, type SpelledBytes} from "./tokenizers/spelledBytes.js";
export {streamingDecoder, type Decoded, type StreamingDecoder} from "./tokenizers/streamingDecoder.js";
export {bytesOfToken, byteSymbols, tokenOfBytes} from "./tokenizers/byteAlphabet.js";
export type {CharacterModel} from "./tokenizers/characterFile.js";
export {countWords, type WordSplit} from "./tokenizers/wordSplits.js";
export type {MergeWorth} from "./tokenizers/learnMerges.js";
export {wordPieceTokenizer, type WordPieceModel} from "./tokenizers/wordPiece.js";
export {
  trainWordPiece,
  wordPieceMerges,
  type WordPieceOptions,
  type WordPieceSteps,
  type WordPieceTraining
} from "./tokenizers/wordPieceTraining.js";
export {
  unigramTokenizer,
  type Segmentation,
  type SegmentationSums,
  type UnigramTokenizer
} from "./tokenizers/unigram.js";
export {spaceMark, type ScoredToken, type UnigramModel} from "./tokenizers/unigramModel.js";
export {
  trainUnigram,
  unigramPieces,
  type UnigramOptions,
  type UnigramSteps,
  type UnigramTraining
} from "./tokenizers/unigramTraining.js";
export {readTokenizerJson, type FileTokenizer} from "./tokenizers/readTokenizerJson.js";
export {writeTokenizerJson, type TokenizerFiles} from "./tokenizers/writeTokenizerJson.js";
