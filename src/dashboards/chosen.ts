/** Whatever is best by the half of the held-out text that chooses; the first of equals. */
export const chosen = <T extends {readonly chooses: number}>(list: readonly T[]): T =>
  list.reduce((a, b) => (b.chooses < a.chooses ? b : a));
