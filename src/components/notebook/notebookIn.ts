/** What an address says of a notebook: nothing, that it is open, or what is in it. */
export function notebookIn(hash: string): {readonly packed: string | undefined} | undefined {
  const match = /^#notebook(?:=([\w-]+))?$/.exec(hash);
  return match === null ? undefined : {packed: match[1]};
}
