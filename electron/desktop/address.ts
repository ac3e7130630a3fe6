/** The one address of the window. Its own scheme, so that no web page shares its origin. */
export const scheme = 'app';
export const pageHost = 'evenwatch';
export const pageAddress = `${scheme}://${pageHost}/`;

/** Whether an address is the window's. For such schemes `URL.origin` is the text "null" in Node: protocol and host are compared. */
export function isOurs(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === `${scheme}:` && url.host === pageHost;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message comes from the top frame of our page: a frame inside it, or one that is gone, has no say. */
export const isOurFrame = (frame: Frame | null): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url);
