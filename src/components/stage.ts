/** What a stage's folder says of itself in its `stage.ts`: tools read it, so that no list of the book's parts is kept. */
export interface StagePages {
  /** The sections in the order of the book; `index` opens the stage. */
  readonly sections: readonly Section[];
  /** The words that the stage introduces, for the glossary. */
  readonly terms: readonly Definition[];
}

interface Section {
  /** The name of its file and of its address. */
  readonly slug: string;
  readonly title: string;
}

export interface Definition {
  readonly term: string;
  /** Other forms that a page may use: plurals, abbreviations. */
  readonly aliases: readonly string[];
  /** One or two sentences that stand alone, without markup. */
  readonly definition: string;
  /** The slug of the section that introduces it. */
  readonly section: string;
}

export const section = (slug: string, title: string): Section => ({slug, title});

export const define = (section: string, term: string, aliases: readonly string[], definition: string): Definition => ({
  section,
  term,
  aliases,
  definition
});
