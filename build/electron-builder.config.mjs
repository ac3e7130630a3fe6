/**
 * What the desktop package holds and how it is sealed. Files are named one by one: neither the browser host, nor sources,
 * nor node_modules (everything is bundled) may slip in.
 *
 * Two kinds: `production`, and `e2e`, which differs in one fuse only: Playwright attaches through the inspector.
 */
export function packageConfig({ kind, electronDist, electronVersion, output }) {
  return {
    appId: 'dev.evenwatch.app',
    productName: 'Evenwatch',
    copyright: 'The Evenwatch founders, MIT licence',
    electronDist,
    electronVersion,
    directories: { output, buildResources: 'build/icons' },
    files: [
      'out/desktop/main.js',
      'out/desktop/preload.cjs',
      'out/renderer/**',
      'package.json',
      'LICENSE',
      '!node_modules/**',
    ],
    asar: true,
    npmRebuild: false, // nothing native is packed
    publish: null,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: kind === 'e2e',
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    extraMetadata: kind === 'e2e' ? { evenwatchKind: 'e2e' } : {},
    // An alert may name a runbook: evenwatch://runbook/<id>. The app tells the system at its start as well.
    protocols: [{ name: 'Evenwatch runbook', schemes: ['evenwatch'] }],
    linux: { target: ['dir'], category: 'Office', executableName: 'evenwatch', syncDesktopName: false },
    mac: { target: ['dir'], category: 'public.app-category.productivity', identity: null },
    win: { target: ['dir'] },
  };
}
