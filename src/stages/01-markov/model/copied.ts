/** The length of the longest run of characters in `written` that stands in `source`, too. */
export function copied(written: string, source: string): number {
  const all = Array.from(written);
  let longest = 0;
  for (let end = 1; end <= all.length; end++) {
    // one more character lets the best run grow by one at most
    if (source.includes(all.slice(end - longest - 1, end).join(""))) longest++;
  }
  return longest;
}
