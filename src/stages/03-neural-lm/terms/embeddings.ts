import {define} from "../../../components/stage.js";

/** Vectors for tokens, and how they are looked at. */
export const embeddings = [
  define(
    "embeddings",
    "one-hot",
    ["one-hot row", "one-hot rows", "one-hot vector", "one-hot vectors"],
    "A vector with a 1 at the place of one token and 0 everywhere else. Any two of them are equally far apart."
  ),
  define(
    "embeddings",
    "embedding",
    ["embeddings"],
    "A table with a learned vector for each token; also one such vector. Looking a token up is a product with its one-hot row."
  ),
  define(
    "embeddings",
    "distributional hypothesis",
    [],
    "That words which occur in similar contexts mean similar things, so that counting contexts says something about meaning."
  ),
  define(
    "embeddings",
    "cosine similarity",
    ["cosine similarities"],
    "The cosine of the angle between two vectors: their inner product over their lengths. 1 for the same direction, 0 at right angles."
  ),
  define(
    "embeddings",
    "principal component",
    ["principal components", "principal component analysis", "PCA"],
    "A direction in which points differ most, at right angles to those before it: an eigenvector of their covariance."
  )
];
