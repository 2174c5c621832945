declare module "d3" {
  /** A formatter of numbers, such as `format(".2f")`. Throws on a specifier that it does not know. */
  export function format(specifier: string): (value: number) => string;
}
