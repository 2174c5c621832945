import type {Tensor} from "../core/tensor.js";
import {add} from "./ops/binary.js";
import {isTracked, seenBy, type Tracked} from "./tracked.js";

/**
 * The nodes between variables and results, oldest first: those that results are made of and that are made of a
 * variable. `since` is the birth of the first variable; nothing older can depend on it.
 */
export function between(variables: readonly Tracked[], results: readonly Tensor[], since: number): readonly Tracked[] {
  const seen = new Set<Tracked>();
  const left = results.filter(isTracked).filter(({birth}) => birth >= since);
  while (left.length > 0) {
    const node = left.pop()!;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const input of node.inputs) if (isTracked(input) && input.birth >= since) left.push(input);
  }
  const order = [...seen].sort((a, b) => a.birth - b.birth);
  const depends = new Set<Tensor>(variables);
  return order.filter((node) => {
    if (!depends.has(node) && node.inputs.some((input) => depends.has(input))) depends.add(node);
    return depends.has(node);
  });
}

export const firstBirth = (variables: readonly Tracked[]): number =>
  variables.reduce((first, {birth}) => Math.min(first, birth), Infinity);

/** Called with each operation on the way back, and the gradients that its rule gave: to find where numbers go wrong. */
type Visit = (node: Tracked, cotangents: readonly (Tensor | undefined)[]) => void;

/**
 * Reverse mode: the gradient of Σ ⟨seed, result⟩ with respect to each variable, undefined where it does not depend on it.
 *
 * One fold over the nodes, youngest first: when a node's turn comes, all that use it have added to its gradient.
 */
export function pullBack(
  variables: readonly Tracked[],
  results: readonly Tensor[],
  seeds: readonly Tensor[],
  visit?: Visit
): readonly (Tensor | undefined)[] {
  const since = firstBirth(variables);
  const order = between(variables, results, since);
  const among = new Set<Tensor>(order);
  const wants = (input: Tracked): boolean => among.has(input);
  const leaves = new Set<Tensor>(variables);
  const gradients = new Map<Tensor, Tensor>();
  const accumulate = (node: Tensor, gradient: Tensor): void => {
    const before = gradients.get(node);
    gradients.set(node, before === undefined ? gradient : add(before, gradient));
  };
  results.forEach((result, i) => {
    if (among.has(result)) accumulate(result, seeds[i]!);
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const gradient = gradients.get(node);
    if (gradient === undefined || leaves.has(node)) continue;
    gradients.delete(node);
    const cotangents = node.op!.vjp(gradient, seenBy(node, since, wants));
    visit?.(node, cotangents);
    node.inputs.forEach((input, j) => {
      const part = cotangents[j];
      if (part !== undefined && among.has(input)) accumulate(input, part);
    });
  }
  return variables.map((node) => gradients.get(node));
}

/** Forward mode: the direction in which each result moves when the variables move, undefined where it stays. */
export function pushForward(
  variables: readonly Tracked[],
  results: readonly Tensor[],
  directions: readonly Tensor[]
): readonly (Tensor | undefined)[] {
  const since = firstBirth(variables);
  const tangents = new Map<Tensor, Tensor>(variables.map((node, i) => [node, directions[i]!]));
  for (const node of between(variables, results, since)) {
    if (tangents.has(node)) continue;
    const moving = node.inputs.map((input) => tangents.get(input));
    tangents.set(
      node,
      node.op!.jvp(
        moving,
        seenBy(node, since, (input) => tangents.has(input))
      )
    );
  }
  return results.map((result) => tangents.get(result));
}
