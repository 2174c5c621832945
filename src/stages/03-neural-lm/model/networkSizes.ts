/** How many numbers a network over a window has, and how many operations a prediction takes, layer by layer. */

export interface NetworkSize {
  readonly vocabulary: number;
  readonly context: number;
  readonly width: number;
  readonly hidden: number;
}

interface LayerSize {
  readonly name: string;
  readonly parameters: number;
  /** Multiplications and additions of one prediction. */
  readonly operations: number;
}

/** Embedding, hidden layer and output layer, with their biases. */
export const layersOf = ({vocabulary, context, width, hidden}: NetworkSize): readonly LayerSize[] => [
  {name: "Vectors", parameters: vocabulary * width, operations: 0},
  {name: "Hidden", parameters: context * width * hidden + hidden, operations: 2 * context * width * hidden},
  {name: "Output", parameters: hidden * vocabulary + vocabulary, operations: 2 * hidden * vocabulary}
];

export const parametersOf = (size: NetworkSize): number =>
  layersOf(size).reduce((sum, {parameters}) => sum + parameters, 0);

export const operationsOf = (size: NetworkSize): number =>
  layersOf(size).reduce((sum, {operations}) => sum + operations, 0);

/** Free numbers of a table with a distribution for each context: V − 1 in each row. */
export const tableOf = (vocabulary: number, context: number): number => {
  let rows = 1;
  for (let i = 0; i < context; i++) rows *= vocabulary;
  return rows * (vocabulary - 1);
};
