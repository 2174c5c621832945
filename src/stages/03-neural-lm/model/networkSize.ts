interface Sizes {
  readonly vocabulary: number;
  readonly width: number;
  readonly context: number;
  readonly hidden: readonly number[];
}

/** How many numbers a network over a window has: a table of vectors, then layers with biases, the last of them to logits. */
export function networkSize({vocabulary, width, context, hidden}: Sizes): number {
  const sizes = [context * width, ...hidden, vocabulary];
  const layers = sizes.slice(1).map((outputs, i) => (sizes[i]! + 1) * outputs);
  return vocabulary * width + layers.reduce((sum, layer) => sum + layer, 0);
}
