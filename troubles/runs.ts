/** Runs that stop, workers that do not answer, and computations that cannot be done. */
import {firstValueFrom, lastValueFrom, of, take} from "rxjs";
import {allFinite, remote, run, seek, serve, served, ticks, type Port} from "../lib/index.js";
import {checkFinite, item, log, region, square, sum, tensor, type Tensor} from "../lib/tensor.js";

/** A model that is a number, pulled towards 1. */
const towardsOne = ({rate}: {readonly rate: number}) => ({
  data: () => 1,
  model: () => 0,
  step: (x: number, target: number) => x + rate * (target - x),
  metrics: (x: number) => ({x})
});

const broken = (config: {readonly rate: number}) => ({
  ...towardsOne(config),
  step: (): number => {
    throw new Error("the corpus has no line 7");
  }
});

export const aStepThatThrows = () => lastValueFrom(ticks().pipe(run(broken, {rate: 0.5}), take(3)));
export const aStepThatThrowsMended = () => lastValueFrom(ticks().pipe(run(towardsOne, {rate: 0.5}), take(3)));

export const aRateTooLarge = () => lastValueFrom(ticks().pipe(run(towardsOne, {rate: 1e200}), allFinite(), take(9)));
export const aRateTooLargeMended = () =>
  lastValueFrom(ticks().pipe(run(towardsOne, {rate: 0.5}), allFinite(), take(9)));

const squaredLog = ({w}: {readonly w: Tensor}): Tensor => sum(square(log(w)));

export const aLogarithmOfZero = () => {
  const params = {w: tensor([0, 1])};
  return checkFinite(squaredLog)(squaredLog(params), 12, params);
};
export const aLogarithmOfZeroMended = () => {
  const params = {w: tensor([0.5, 1])};
  return checkFinite(squaredLog)(squaredLog(params), 12, params);
};

/** A worker whose other end answers for the stage, until it is ended. */
const worker = (): Port => {
  const {port1, port2} = new MessageChannel();
  const serving = serve(port2, {towardsOne: served(towardsOne)});
  port1.start();
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type, listener) => port1.addEventListener(type, listener),
    removeEventListener: (type, listener) => port1.removeEventListener(type, listener),
    terminate: () => {
      serving.unsubscribe();
      port1.close();
    }
  };
};

export const aFunctionForAWorker = () => {
  const config = {rate: () => 0.5} as unknown as {rate: number};
  return firstValueFrom(of(3).pipe(seek(remote(worker, {stage: "towardsOne", config}))));
};
export const aFunctionForAWorkerMended = () =>
  firstValueFrom(of(3).pipe(seek(remote(worker, {stage: "towardsOne", config: {rate: 0.5}}))));

export const aPromiseInARegion = () => region(async () => item(sum(tensor([1, 2]))));
export const aPromiseInARegionMended = () => region(() => item(sum(tensor([1, 2]))));
