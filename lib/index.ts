export {curriculum, type CurriculumStage, type Spiral} from "./curriculum.js";
export type {Frame, Stage} from "./core/stage.js";
