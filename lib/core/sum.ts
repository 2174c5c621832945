/**
 * The sum of numbers, with an error of about one rounding however many they are.
 *
 * @see Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974.
 */
export function sum(list: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < list.length; i++) {
    const x = list[i]!;
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return total - total === 0 ? total + lost : total; // of an infinite sum nothing is lost
}
