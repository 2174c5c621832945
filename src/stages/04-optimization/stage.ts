import {section, type StagePages} from "../../components/stage.js";
import {optimization} from "./terms/optimization.js";
import {problem} from "./terms/problem.js";

export const stage: StagePages = {
  sections: [section("index", "Optimization"), section("problem", "The shape of a loss")],
  terms: [...optimization, ...problem]
};
