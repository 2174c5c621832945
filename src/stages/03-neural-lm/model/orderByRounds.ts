/**
 * An order of 0 … n − 1 by rounds on a rectangle that is `wide` wide, as `bijection` of the library makes it, with the amounts
 * given: `rounds[r]` has, for each row in even rounds and each column in odd ones, by how much the other coordinate moves.
 */
export function numberAt(place: number, n: number, wide: number, rounds: readonly (readonly number[])[]): number {
  const high = Math.ceil(n / wide);
  const mixed = (number: number): number => {
    let [a, b] = [number % wide, Math.floor(number / wide)];
    rounds.forEach((by, round) => {
      if (round % 2 === 0) a = (a + by[b]!) % wide;
      else b = (b + by[a]!) % high;
    });
    return a + b * wide;
  };
  let number = mixed(place);
  while (number >= n) number = mixed(number);
  return number;
}
