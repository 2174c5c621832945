const VOWELS = new Set("aeiou");

export type Sound = "vowel" | "consonant";

/** Counts of neighbors: `pairs[this][next]`. Whatever is no letter is passed over. */
interface SoundPairs {
  readonly vowel: Readonly<Record<Sound, number>>;
  readonly consonant: Readonly<Record<Sound, number>>;
}

const soundOf = (letter: string): Sound => (VOWELS.has(letter) ? "vowel" : "consonant");

/** How often a vowel or a consonant follows a vowel or a consonant, as Markov counted them. */
export function soundPairs(text: string): SoundPairs {
  const letters = [...text.toLowerCase()].filter((c) => c >= "a" && c <= "z");
  const count = (now: Sound, next: Sound): number =>
    letters.filter((c, i) => i + 1 < letters.length && soundOf(c) === now && soundOf(letters[i + 1]!) === next).length;
  return {
    vowel: {vowel: count("vowel", "vowel"), consonant: count("vowel", "consonant")},
    consonant: {vowel: count("consonant", "vowel"), consonant: count("consonant", "consonant")}
  };
}
