import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { socketPath } from '../../shared/contract/socket-frames.ts';
import type { Files } from '../ports.ts';
import { pageHeaders } from '../services/content-policy.ts';
import { pageFile } from '../storage/page-files.ts';
import { headersFault, originOf } from './guard.ts';
import type { Transport } from './transport.ts';
import { faultOf } from '../storage/log-line.ts';

interface ServerOptions {
  /** Folder of the built window. */
  readonly root: string;
  readonly files: Files;
  readonly transport: Transport;
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built window and its WebSocket on the loopback, at a port that the system picks. */
export async function serve(options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  server.on('request', (request, response) => void answer(request, response, port, options));
  server.on('upgrade', (request, socket, head: Buffer) => {
    const fault = headersFault(request.headers, port, true);
    const path = request.url ?? '';
    if (fault !== null || path !== socketPath) {
      socket.end(
        `HTTP/1.1 ${path === socketPath ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    options.transport.upgrade(request, socket, head);
  });
  return { port, origin: originOf(port), close: () => closed(server, options.transport) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  options: ServerOptions,
): Promise<void> {
  const say = (
    status: number,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array | string,
  ): void => {
    response.writeHead(status, { ...pageHeaders([`ws://127.0.0.1:${port}`]), ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = { 'content-type': 'text/plain; charset=utf-8' };
  try {
    const fault = headersFault(request.headers, port, false);
    if (fault !== null) return say(403, plain, `Forbidden: the ${fault} is not this address.\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(405, { ...plain, allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
    const [path = '/'] = (request.url ?? '/').split('?');
    const file = await pageFile(options.files, options.root, path);
    if (file.status === 200) return say(200, { 'content-type': file.type }, file.bytes);
    say(file.status, plain, file.status === 403 ? 'Forbidden.\n' : 'Nothing is here.\n');
  } catch (error) {
    options.log(`${request.method ?? ''} ${request.url ?? ''} failed: ${faultOf(error)}`);
    say(500, plain, 'The server failed; its log says why.\n');
  }
}

async function closed(server: Server, transport: Transport): Promise<void> {
  transport.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
