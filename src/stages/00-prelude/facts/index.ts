import {softmax, surprisal} from "/lib/index.js";

/** The example that opens the prelude: scores 1, 2 and −1, and the first letter came. */
export const facts = () => {
  const shares = softmax([1, 2, -1]);
  return {
    first: shares[0] ?? 0,
    second: shares[1] ?? 0,
    surprise: surprisal(shares[0] ?? 0),
    other: surprisal(shares[1] ?? 0)
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({likelierIsLess: f.second > f.first && f.other < f.surprise});
