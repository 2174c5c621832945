declare module "subset-font" {
  /** The font with only the glyphs of these characters. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {readonly targetFormat: "woff2"; readonly noLayoutClosure?: boolean}
  ): Promise<Buffer>;
}
