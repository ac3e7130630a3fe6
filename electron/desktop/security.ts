import { app, protocol, session } from 'electron';
import type { Files } from '../ports.ts';
import { pageHeaders } from '../services/content-policy.ts';
import { pageFile } from '../storage/page-files.ts';
import { isOurs, pageAddress, pageHost, scheme } from './address.ts';
import { mayBeDebugged } from './kind.ts';

/** Before the app is ready: every page in the sandbox, and our scheme a proper origin with fetch, workers and storage. */
export function secureEarly(): void {
  app.enableSandbox();
  // Over this door every program of the user could drive the window. Chromium opens it after this, so that it stays shut.
  if (!mayBeDebugged())
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(name);
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (event.url !== pageAddress) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
  });
}

/** The one thing that the window may do: put a picture of the plan onto the clipboard. It may not read what lies there. */
const mayWriteClipboard = 'clipboard-sanitized-write';

/** Once the app is ready: the window's files, no other permission for anybody, and no way to the network. */
export function secureSession(root: string, files: Files): void {
  const own = session.defaultSession;
  own.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file =
      url.host === pageHost && request.method === 'GET'
        ? await pageFile(files, root, url.pathname)
        : { status: 403 as const };
    if (file.status !== 200) return new Response(null, { status: file.status, headers: pageHeaders() });
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...pageHeaders(), 'content-type': file.type },
    });
  });
  own.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === mayWriteClipboard && isOurs(contents.getURL()));
  });
  own.setPermissionCheckHandler(
    (contents, permission) =>
      permission === mayWriteClipboard && contents !== null && isOurs(contents.getURL()),
  );
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowed(details.url) });
  });
}

/** `data:` and `blob:` carry their content with them; the policy of the page says what they may be used for. */
const isAllowed = (url: string): boolean =>
  isOurs(url) ||
  url.startsWith('data:') ||
  url.startsWith(`blob:${scheme}://${pageHost}`) ||
  (!app.isPackaged && url.startsWith('devtools:'));
