/** What a host says of itself, as far as it is told here. */
interface Running {
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  readonly format: number;
  readonly engines: readonly { readonly name: string; readonly version: string }[];
}

/** The browser in which the page is shown, as far as it tells; Chromium's relatives name Chrome, Safari its Version. */
export function browserIn(userAgent: string): readonly [name: string, version: string] | null {
  const found = /\b(Firefox|Chrome|Version)\/([\d.]+)/.exec(userAgent);
  if (found?.[1] === undefined || found[2] === undefined) return null;
  return [{ Chrome: 'Chromium', Version: 'Safari' }[found[1]] ?? found[1], found[2]];
}

/** Name and version of the app and of what it runs on, one pair a line: what somebody who helps wants to know. */
export function versionLines(
  host: Running,
  userAgent: string,
): readonly (readonly [name: string, version: string])[] {
  const browser = host.host === 'browser' ? browserIn(userAgent) : null;
  return [
    ['Evenwatch', host.version],
    ['Data format', String(host.format)],
    ...host.engines.map(({ name, version }) => [name, version] as const),
    ...(browser === null ? [] : [browser]),
  ];
}

/** The licences that ask to be named, and where those of the runtime lie. */
export function licenceParagraphs(host: Running['host'], components: number): readonly string[] {
  const runtime =
    host === 'desktop'
      ? 'Electron and Chromium bring theirs as LICENSE.electron.txt and LICENSES.chromium.html, beside the program.'
      : 'The browser and Node that run it here are not part of it.';
  return [
    `Evenwatch is free software under the MIT licence, made with ${components} components, each under the terms below. ${runtime}`,
    'Holidays are suggested by date-holidays, by commenthol and contributors, after articles of Wikipedia: data under Creative Commons Attribution-ShareAlike 3.0, used unchanged. Inter and JetBrains Mono are under the SIL Open Font License 1.1.',
  ];
}
