import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const MUL = `function mul(x, y) {
  return {value: x.value * y.value, inputs: [{node: x, slope: y.value}, {node: y, slope: x.value}]};
}`;

const BACKWARD = `function backward(root, leaves) {
  const all = new Map([[root, 1]]);
  const walk = (node, gradient) => node.inputs.forEach(({node: input, slope}) => {
    all.set(input, (all.get(input) ?? 0) + gradient * slope);
    walk(input, gradient * slope);
  });
  walk(root, 1);
  return leaves.map((node) => all.get(node) ?? 0);
}`;

/** Functions that the reader of the section on autograd writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autograd-neuron",
    title: "A neuron and its gradients",
    prompt:
      "Write neuronGradients(w, x, b): for the neuron y = tanh(w[0]·x[0] + … + b), return {y, w, x, b}, where w, x and b are the gradients of y, in the shapes of what they belong to.",
    start:
      "function neuronGradients(w, x, b) {\n  const y = 0;\n  return {y, w: w.map(() => 0), x: x.map(() => 0), b: 0};\n}",
    functionName: "neuronGradients",
    cases: [
      {args: [[1], [0], 0], expected: {y: 0, w: [0], x: [1], b: 1}, hint: "At 0, tanh has slope 1 − 0² = 1."},
      {
        args: [[2, -1], [0.5, 1], 0.25],
        expected: {
          y: Math.tanh(0.25),
          w: [0.5 * (1 - Math.tanh(0.25) ** 2), 1 - Math.tanh(0.25) ** 2],
          x: [2 * (1 - Math.tanh(0.25) ** 2), -(1 - Math.tanh(0.25) ** 2)],
          b: 1 - Math.tanh(0.25) ** 2
        },
        hint: "A product hands to each factor the other one. The bias gets what the sum gets."
      },
      {
        args: [[], [], 0.5],
        expected: {y: Math.tanh(0.5), w: [], x: [], b: 1 - Math.tanh(0.5) ** 2},
        hint: "Without inputs only the bias is left."
      }
    ],
    solution: `function neuronGradients(w, x, b) {
  const sum = w.reduce((total, weight, i) => total + weight * x[i], b);
  const y = Math.tanh(sum);
  const slope = 1 - y * y; // what comes back to the sum, and so to each term
  return {y, w: x.map((xi) => slope * xi), x: w.map((wi) => slope * wi), b: slope};
}`,
    wrong: [
      {
        code: "function neuronGradients(w, x, b) { const y = Math.tanh(w.reduce((t, wi, i) => t + wi * x[i], b)); const s = 1 - y * y; return {y, w: w.map((wi) => s * wi), x: x.map((xi) => s * xi), b: s}; }",
        why: "It hands each factor itself, not the other one."
      },
      {
        code: "function neuronGradients(w, x, b) { const z = w.reduce((t, wi, i) => t + wi * x[i], b); const s = 1 - z * z; return {y: Math.tanh(z), w: x.map((xi) => s * xi), x: w.map((wi) => s * wi), b: s}; }",
        why: "It squares the sum: the slope of tanh is 1 minus the square of its value."
      },
      {
        code: "function neuronGradients(w, x, b) { const y = Math.tanh(w.reduce((t, wi, i) => t + wi * x[i], b)); const s = 1 - y * y; return {y, w: x.map((xi) => s * xi), x: w.map((wi) => s * wi), b: s * b}; }",
        why: "It multiplies the bias's gradient by the bias. The bias is added: its slope is 1."
      },
      {
        code: "function neuronGradients(w, x, b) { const y = Math.tanh(w.reduce((t, wi, i) => t + wi * x[i], b)); return {y, w: [...x], x: [...w], b: 1}; }",
        why: "It forgets the tanh: these are the gradients of the sum."
      }
    ],
    explanation:
      "The output hands 1 − y² to the sum. A sum hands it on to each of its terms and to the bias. Each term is a product, so w[i] gets x[i] times it and x[i] gets w[i] times it."
  },
  {
    kind: "write",
    name: "autograd-quotient",
    title: "One more rule",
    prompt:
      "A tiny engine has nodes {value, inputs: [{node, slope}]}; leaf and mul are written for you. Write div(x, y), and let quotient(a, b) return [a / b, its gradient for a, its gradient for b] with it. backward is given, too.",
    start: `const leaf = (value) => ({value, inputs: []});
${MUL}
${BACKWARD}
function div(x, y) {
  return leaf(0); // yours
}
function quotient(a, b) {
  const [x, y] = [leaf(a), leaf(b)];
  const out = div(x, y);
  return [out.value, ...backward(out, [x, y])];
}`,
    functionName: "quotient",
    cases: [
      {args: [6, 3], expected: [2, 1 / 3, -2 / 3], hint: "∂(x/y)/∂y is −x/y²: here −6/9."},
      {args: [1, -2], expected: [-0.5, -0.5, -0.25], hint: "Mind the signs: y² is positive whatever y is."},
      {args: [0, 5], expected: [0, 0.2, 0], hint: "At x = 0 the quotient does not change with y."},
      {args: [-3, 0.5], expected: [-6, 2, 12], hint: "A small y has large slopes: 1/y and −x/y²."}
    ],
    solution: `const leaf = (value) => ({value, inputs: []});
${MUL}
${BACKWARD}
function div(x, y) {
  const value = x.value / y.value;
  return {value, inputs: [{node: x, slope: 1 / y.value}, {node: y, slope: -value / y.value}]};
}
function quotient(a, b) {
  const [x, y] = [leaf(a), leaf(b)];
  const out = div(x, y);
  return [out.value, ...backward(out, [x, y])];
}`,
    wrong: [
      {
        code: "function quotient(a, b) { return [a / b, 1 / b, a / (b * b)]; }",
        why: "It loses the minus: a larger divisor makes a smaller quotient."
      },
      {
        code: "function quotient(a, b) { return [a / b, 1 / b, -a / b]; }",
        why: "It divides by y once; the slope has y²."
      },
      {
        code: "function quotient(a, b) { return [a / b, b, -a / (b * b)]; }",
        why: "It hands x the divisor, as a product would: the slope is 1/y."
      },
      {
        code: "function quotient(a, b) { return [a / b, 1, 1]; }",
        why: "These are the slopes of a sum."
      }
    ],
    explanation:
      "A rule is a value and a slope for each input, and the rest of the engine need not know. −x/y² is −(x/y)/y, so the value that is there already saves a multiplication. (The backward that was given walks every path: right, and exponentially slow on shared nodes. The engine's goes by births.)"
  }
];
