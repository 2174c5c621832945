declare module "subset-font" {
  /** The font with only the glyphs of these characters. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "woff2" | "sfnt";
      readonly noLayoutClosure?: boolean;
      readonly variationAxes?: Readonly<Record<string, number | {readonly min: number; readonly max: number}>>;
    }
  ): Promise<Buffer>;
}
