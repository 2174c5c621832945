import {section, type StagePages} from "../../components/stage.js";
import {crossEntropy} from "./terms/crossEntropy.js";
import {embeddings} from "./terms/embeddings.js";

export const stage: StagePages = {
  sections: [
    section("index", "Neural language models"),
    section("embeddings", "Embeddings"),
    section("cross-entropy", "Cross-entropy"),
    section("mistakes", "Common mistakes")
  ],
  terms: [...embeddings, ...crossEntropy]
};
