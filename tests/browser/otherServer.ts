import {createServer} from "node:net";

/** Another server than the site's: what is counted here has left the page. */
interface OtherServer {
  /** Its address, without a scheme. */
  readonly address: string;
  readonly visits: () => number;
  readonly close: () => void;
}

export async function otherServer(): Promise<OtherServer> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    })
  );
  return {address: `127.0.0.1:${port}/leak`, visits: () => visits, close: () => void server.close()};
}
