/** The explorer, whose parts come only when the reader is near it. */
export const explorerLater = () =>
  import("./attentionExplorer.js").then(({attentionExplorer}) => attentionExplorer("playground-explorer"));
