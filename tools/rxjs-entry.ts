// the operators that pages use beside the library's own: bundled with it, RxJS weighs a third of what it does whole
export {
  NEVER,
  Observable,
  Subject,
  Subscription,
  animationFrameScheduler,
  defer,
  interval,
  lastValueFrom,
  of,
  scan,
  takeWhile,
  tap
} from "rxjs";
