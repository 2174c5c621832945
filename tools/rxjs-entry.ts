// the operators that pages use beside the library's own: bundled with it, RxJS weighs a third of what it does whole
export {
  NEVER,
  Observable,
  animationFrameScheduler,
  combineLatest,
  concatMap,
  debounceTime,
  defer,
  filter,
  fromEvent,
  interval,
  lastValueFrom,
  map,
  of,
  scan,
  startWith,
  switchMap,
  takeUntil,
  takeWhile,
  tap
} from "rxjs";
export type {Subscription} from "rxjs";
