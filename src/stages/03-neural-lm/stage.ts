import {section, type StagePages} from "../../components/stage.js";
import {crossEntropy} from "./terms/crossEntropy.js";
import {embeddings} from "./terms/embeddings.js";
import {evaluation} from "./terms/evaluation.js";
import {feedForward} from "./terms/feedForward.js";
import {implementation} from "./terms/implementation.js";
import {recurrence} from "./terms/recurrence.js";
import {trainingDynamics} from "./terms/trainingDynamics.js";

export const stage: StagePages = {
  sections: [
    section("index", "Neural language models"),
    section("embeddings", "Embeddings"),
    section("feed-forward", "The feed-forward language model"),
    section("cross-entropy", "Cross-entropy"),
    section("recurrence", "Recurrence"),
    section("implementation", "Implementation"),
    section("training-dynamics", "Training dynamics"),
    section("evaluation", "Evaluation"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  terms: [
    ...embeddings,
    ...feedForward,
    ...crossEntropy,
    ...recurrence,
    ...implementation,
    ...trainingDynamics,
    ...evaluation
  ]
};
