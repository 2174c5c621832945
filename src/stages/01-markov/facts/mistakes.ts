/** Numbers of the section on mistakes: what its figure and its demonstrations compute, at the settings that they begin with. */
import {leak, passageOf} from "../model/leak.js";
import {keptByOrder, realShares} from "../model/mistakesDrawn.js";
import {byTokens, coverageOf, joinedWords, leakedMass, ownText} from "../model/mistakesMade.js";
import {excerpt} from "../../../../tools/corpora.js";

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const ORDERS = [1, 2, 3, 4, 5, 6];

export const facts = () => {
  const {text} = excerpt("opening");
  const passage = passageOf(text, 5000);
  const leaks = ORDERS.flatMap((order) => {
    const [once, twice] = [leak(passage, 1, order), leak(passage, 2, order)];
    return [
      [`honest${order}`, once.honest],
      [`train${order}`, twice.train],
      [`leaked${order}`, twice.leaked]
    ] as const;
  });
  const [characters, words] = byTokens(text);
  const {careless, right} = leakedMass();
  const own = [1, 3, 5, 7].map((order) => ownText(text, order));
  const {apart, joined, ghosts} = joinedWords(text);
  const covered = coverageOf(text);
  const {others, same} = realShares(text);
  return {
    ...Object.fromEntries(leaks),
    characterPerplexity: characters?.perplexity ?? NaN,
    wordPerplexity: words?.perplexity ?? NaN,
    characterBitsPerByte: characters?.bitsPerByte ?? NaN,
    wordBitsPerByte: words?.bitsPerByte ?? NaN,
    carelessSum: sum(careless),
    rightSum: sum(right),
    ...Object.fromEntries(
      own.flatMap(({order, own: bits, held}) => [
        [`own${order}`, bits],
        [`excludes${order}`, held === Infinity ? 1 : 0]
      ])
    ),
    trigrams: apart.length,
    trigramsJoined: joined.length,
    ghosts: ghosts.length,
    carelessNinety: covered.careless[1] ?? NaN,
    rightNinety: covered.right[1] ?? NaN,
    carelessNinetyNine: covered.careless[2] ?? NaN,
    rightNinetyNine: covered.right[2] ?? NaN,
    ordersApart: keptByOrder(text).filter(({heat, cut}) => heat !== cut).length,
    heatKeepsMore: keptByOrder(text).filter(({heat, cut}) => heat > cut).length,
    realLeast: Math.min(...others),
    realMost: Math.max(...others),
    realSame: new Set(same).size
  };
};

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Readonly<Record<string, number>>;
  const of = (name: string): number => f[name] ?? NaN;
  const ratio = (order: number) => of(`honest${order}`) / of(`leaked${order}`);
  const best = (name: string) => ORDERS.reduce((a, b) => (of(`${name}${b}`) < of(`${name}${a}`) ? b : a));
  return {
    fallsTowardsTraining: of("honest4") - of("leaked4") > 0.85 * (of("honest4") - of("train4")),
    highOrderGainsMost: ORDERS.slice(1).every((order) => ratio(order) > ratio(order - 1)),
    picksTheLongest: best("leaked") === 6 && best("honest") < 6,
    wordsLookWorse: of("wordPerplexity") > 5 * of("characterPerplexity"),
    bytesTurnIt: of("wordBitsPerByte") < of("characterBitsPerByte"),
    ownFalls: [3, 5, 7].every((order) => of(`own${order}`) < of(`own${order - 2}`)),
    excludesEach: [1, 3, 5, 7].every((order) => of(`excludes${order}`) === 1),
    sumsToMore: of("carelessSum") > 1.1 && Math.abs(of("rightSum") - 1) < 1e-9,
    manyGhosts: of("ghosts") > of("trigramsJoined") / 4,
    carelessIsLess: of("carelessNinety") < of("rightNinety") && of("carelessNinetyNine") < of("rightNinetyNine"),
    orderMatters: of("ordersApart") > 0 && of("heatKeepsMore") === of("ordersApart"),
    luckScatters: of("realMost") - of("realLeast") > 0.05,
    sameIsSame: of("realSame") === 1
  };
};
