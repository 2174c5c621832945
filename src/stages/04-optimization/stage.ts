import {section, type StagePages} from "../../components/stage.js";
import {optimization} from "./terms/optimization.js";

export const stage: StagePages = {
  sections: [section("index", "Optimization")],
  terms: [...optimization]
};
