// The module's exports, under the names of the interface `Kernels`, and its memory's region.
export {alloc, mark, release} from "./region";
export {peakChain} from "./peak";
export {matmul} from "./matmul";
