/** Formulas worth a look, each with the reason for it. */
export const presets: readonly {readonly formula: string; readonly why: string}[] = [
  {formula: "(x + y) * z", why: "sum and product"},
  {formula: "x * x", why: "one node, two edges"},
  {formula: "x * y + sin(x)", why: "two paths from x"},
  {formula: "tanh(w1*x1 + w2*x2 + b)", why: "a neuron"},
  {formula: "-log(sigmoid(w*x + b))", why: "loss of a yes"},
  {formula: "exp(x) / (exp(x) + exp(y))", why: "softmax of two"},
  {formula: "x ^ y", why: "a power"},
  {formula: "max(x, y) * relu(z)", why: "kinks"},
  {formula: "((x * x) * (x * x)) + y", why: "shared results"}
];
