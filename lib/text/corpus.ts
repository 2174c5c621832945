/** One text of a corpus that is a collection: an address, a chapter. Offsets are UTF-16 code units of the text. */
export interface CorpusDocument {
  readonly title: string;
  readonly author?: string;
  readonly year?: number;
  readonly start: number;
  readonly end: number;
}

/** Where a text was taken from: the package that carries it, and its version. */
export interface CorpusSource {
  readonly package: string;
  readonly version: string;
}

/** What must be said of a text wherever it is used: whose it is, where it is from, its license and its size. */
export interface Corpus {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly source: readonly CorpusSource[];
  readonly license: string;
  /** Which part of the source this text is, as a sentence. */
  readonly part: string;
  /** Size in UTF-8. */
  readonly bytes: number;
  /** Size in code points. */
  readonly characters: number;
  /** The texts that it is made of; empty if each line is one. */
  readonly documents: readonly CorpusDocument[];
  /** For a corpus of lines: one letter for each line, and what the letters mean. */
  readonly labels?: {readonly meaning: Readonly<Record<string, string>>; readonly lines: string};
}

/** A corpus together with its text. */
export interface CorpusText extends Corpus {
  readonly text: string;
}
