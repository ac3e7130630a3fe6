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
      'out/desktop/*.js',
      'out/desktop/preload.cjs',
      'out/renderer/**',
      'package.json',
      'LICENSE',
      '!node_modules/**',
    ],
    extraFiles: [{ from: 'out/licences/LICENCES.txt', to: 'LICENCES.txt' }],
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
    // By the name of its desktop entry the app tells the system, under Linux, which program its links belong to.
    extraMetadata: { desktopName: 'evenwatch.desktop', ...(kind === 'e2e' ? { evenwatchKind: 'e2e' } : {}) },
    // An alert may name a runbook: evenwatch://runbook/<id>. The app tells the system at its start as well.
    protocols: [{ name: 'Evenwatch runbook', schemes: ['evenwatch'] }],
    artifactName: 'evenwatch-${version}-${os}-${arch}.${ext}',
    toolsets: { appimage: '1.0.3' }, // carries its own FUSE, which newer systems no longer bring
    linux: {
      target: ['dir'],
      category: 'Office',
      executableName: 'evenwatch',
      syncDesktopName: false,
      icon: 'build/icons',
      synopsis: 'Plan a quarter of on-call fairly',
      mimeTypes: ['x-scheme-handler/evenwatch'],
    },
    mac: {
      target: ['dmg'],
      category: 'public.app-category.productivity',
      icon: 'build/icons/icon.icns',
      identity: null, // there is no certificate to sign with
    },
    win: { target: ['nsis', 'portable'], icon: 'build/icons/icon.ico' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    portable: { artifactName: 'evenwatch-${version}-portable-${arch}.${ext}' },
  };
}
