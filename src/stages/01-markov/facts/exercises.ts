/** Numbers of the stage's exercises: names by order, as the figure of the mini-project shows them at first. */
import {heldOut} from "/lib/index.js";
import {countNgrams, totals} from "/lib/stages/markov.js";
import {nameOrder, namesOf, ORDERS} from "../model/nameOrders.js";
import {excerpt} from "../../../../tools/corpora.js";

export const facts = () => {
  const names = namesOf(excerpt("names").text);
  const rows = ORDERS.map((order) => nameOrder(names, {order, heat: 0.8}));
  const cool = nameOrder(names, {order: 3, heat: 0.2});
  const {tokenizer, train} = heldOut(excerpt("opening").text, {tokens: "words"});
  const count = totals(countNgrams([{ids: train}], {order: 0, vocabSize: tokenizer.vocabulary.tokens.length}))[0]
    ?.count;
  return {
    ...Object.fromEntries(
      rows.flatMap(({order, bits, copied}) => [
        [`bits${order}`, bits],
        [`copied${order}`, copied]
      ])
    ),
    leastBits: Math.min(...rows.map(({bits}) => bits)),
    coolDistinct: cool.distinct,
    warmDistinct: rows[3]?.distinct ?? NaN,
    wordsOnce: Array.from(count ?? []).filter((times) => times === 1).length / (count?.length ?? 1)
  };
};

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Readonly<Record<string, number>>;
  const of = (name: string): number => f[name] ?? NaN;
  const orders = ORDERS.slice(1);
  return {
    contextHelpsAtFirst: of("bits1") < of("bits0") && of("bits2") < of("bits1"),
    copiesGrow: of("copied6") > of("copied3") && of("copied3") > of("copied1"),
    mostAreCopies: of("copied6") > 0.5,
    moreDoesNoHarm: orders.filter((order) => order >= 4).every((order) => of(`bits${order}`) < of("leastBits") + 0.1),
    halfOnce: of("wordsOnce") > 0.5,
    coolMeansFewer: of("coolDistinct") < of("warmDistinct")
  };
};
