import {section, type StagePages} from "../../components/stage.js";
import {prelude} from "./terms/prelude.js";

export const stage: StagePages = {
  sections: [
    section("index", "Prelude"),
    section("logarithms", "Logarithms and sums"),
    section("functions", "Functions and graphs"),
    section("vectors", "Vectors and matrices"),
    section("chance", "Chance"),
    section("typescript", "Reading TypeScript")
  ],
  terms: [...prelude]
};
