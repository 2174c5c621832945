// Products with multiplication and addition fused: compiled with relaxed SIMD, `madd` rounds once where the machine can.
// The module works in the memory of the other one, whose static data begin at 1024: its own lie below, and what it
// allocates, above the other's top, which it is told before each call.
export {release} from "../region";
export {matmul, matmulPart} from "../matmul";
export {linear} from "../linear";
export {attention} from "../attention";
export {attentionGrad} from "../attentionGrad";
