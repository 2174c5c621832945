import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-6;

/** What a reader writes about scaling laws. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "laws-plan",
    title: "Spend a budget",
    prompt:
      "Write plan(flops, law): the best numbers of parameters and tokens for a budget, where training costs 6 · parameters · tokens and the law is {irreducible, a, alpha, b, beta}. Return {parameters, tokens}.",
    start:
      "function plan(flops, law) {\n  // the law: irreducible + a / parameters ** alpha + b / tokens ** beta\n  const {a, alpha, b, beta} = law;\n  return {parameters: 0, tokens: 0};\n}",
    functionName: "plan",
    cases: [
      {
        args: [600, {irreducible: 1, a: 2, alpha: 0.5, b: 2, beta: 0.5}],
        expected: {parameters: 10, tokens: 10},
        tolerance: near,
        hint: "Where both terms are alike, parameters and tokens are as many: 600 = 6 · 10 · 10."
      },
      {
        args: [6e6, {irreducible: 0, a: 4, alpha: 0.5, b: 1, beta: 0.5}],
        expected: {parameters: 4000, tokens: 250},
        tolerance: near,
        hint: "With equal exponents, parameters and tokens are in the ratio of a to b, here 4², since each grows with the square."
      },
      {
        args: [6e9, {irreducible: 5, a: 3, alpha: 1, b: 6, beta: 0.5}],
        expected: {parameters: 1000, tokens: 1000000},
        tolerance: near,
        hint: "At the best plan α·a/N^α = β·b/D^β: 3/1000 and 3/1000."
      },
      {
        args: [4.8e10, {irreducible: 5, a: 3, alpha: 1, b: 6, beta: 0.5}],
        expected: {parameters: 2000, tokens: 4000000},
        tolerance: near,
        hint: "Eight times the budget: with α = 1 and β = 1/2, parameters grow with its cube root."
      }
    ],
    solution: `function plan(flops, law) {
  const {a, alpha, b, beta} = law;
  const ratio = Math.pow((alpha * a) / (beta * b), 1 / (alpha + beta));
  const parameters = ratio * Math.pow(flops / 6, beta / (alpha + beta));
  return {parameters, tokens: flops / (6 * parameters)};
}`,
    wrong: [
      {
        code: "function plan(flops, law) { const n = Math.sqrt(flops / 6); return {parameters: n, tokens: n}; }",
        why: "It makes both as large, whatever the law says."
      },
      {
        code: "function plan(flops, {a, alpha, b, beta}) { const g = Math.pow((alpha * a) / (beta * b), 1 / (alpha + beta)); const parameters = g * Math.pow(flops, beta / (alpha + beta)); return {parameters, tokens: flops / (6 * parameters)}; }",
        why: "It forgets the 6 where the budget is shared out."
      },
      {
        code: "function plan(flops, {a, alpha, b, beta}) { const g = Math.pow(a / b, 1 / (alpha + beta)); const parameters = g * Math.pow(flops / 6, beta / (alpha + beta)); return {parameters, tokens: flops / (6 * parameters)}; }",
        why: "It makes the two terms equal, and not their slopes."
      },
      {
        code: "function plan(flops, {a, alpha, b, beta}) { const g = Math.pow((alpha * a) / (beta * b), 1 / (alpha + beta)); const parameters = g * Math.pow(flops / 6, alpha / (alpha + beta)); return {parameters, tokens: flops / (6 * parameters)}; }",
        why: "It exchanges the exponents of size and text."
      }
    ],
    explanation:
      "What is equal at the best plan is not what the two terms cost, but what a little more of either would save: α·a/N^α = β·b/D^β. With 6ND = C that gives both. The floor does not come into it, because no plan changes it."
  }
];
