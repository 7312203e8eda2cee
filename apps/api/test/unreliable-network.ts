import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The network between a client and one server: `cut` breaks every connection and refuses new ones. */
export interface Network {
  readonly address: string;
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** Lays a line to a server, `host:port`, that may be cut. */
export async function networkTo(server: string): Promise<Network> {
  const [host = '', port] = server.split(':');
  const sockets = new Set<Socket>();
  let isCut = false;
  const listener = createServer((near) => {
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // A broken line is what this is for.
      socket.on('error', () => undefined);
    }
    if (isCut) near.destroy();
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const bound = listener.address();
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`,
    cut,
    restore() {
      isCut = false;
    },
    async close() {
      cut();
      listener.close();
      await once(listener, 'close');
    },
  };
}
