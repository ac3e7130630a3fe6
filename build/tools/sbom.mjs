/**
 * The bill of materials, as CycloneDX 1.6: which packages are in the program, in which version and with which checksum.
 * The same lock file makes the same bytes: no time and no chance goes in.
 */
import { createHash } from 'node:crypto';

/** @see https://github.com/package-url/purl-spec: a scope's @ is written %40 */
const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

/** `sha512-…` as npm writes it, base64, becomes CycloneDX's hex. */
function hashOf(integrity) {
  const [, algorithm, digest] = /^(sha1|sha256|sha384|sha512)-([^ ?]+)/.exec(integrity) ?? [];
  if (!digest) return [];
  const alg = algorithm === 'sha1' ? 'SHA-1' : `SHA-${algorithm.slice(3)}`;
  return [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }];
}

const licences = (licence) =>
  / (AND|OR) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];

/** An RFC 9562 version 8 identifier that follows from the content. */
function serialOf(content) {
  const hex = [...createHash('sha256').update(content).digest('hex').slice(0, 32)];
  hex[12] = '8';
  hex[16] = '89ab'[parseInt(hex[16], 16) % 4];
  return `urn:uuid:${hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/**
 * @param {{ name: string, version: string, license: string }} app of package.json
 * @param {ReturnType<typeof import('./components.mjs').shippedComponents>} components
 * @param {string} electron version of the runtime that is packed
 */
export function billOfMaterials(app, components, electron) {
  const runtime = {
    type: 'framework',
    'bom-ref': `pkg:npm/electron@${electron}`,
    name: 'electron',
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
    licenses: licences('MIT'),
  };
  const parts = components.map((one) => ({
    type: 'library',
    'bom-ref': purl(one),
    name: one.name,
    version: one.version,
    purl: purl(one),
    licenses: licences(one.licence),
    ...(hashOf(one.integrity).length > 0 ? { hashes: hashOf(one.integrity) } : {}),
  }));
  const ref = `pkg:npm/${app.name}@${app.version}`;
  const content = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ref,
        name: app.name,
        version: app.version,
        purl: ref,
        licenses: licences(app.license),
      },
    },
    components: [runtime, ...parts],
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(content)),
    version: 1,
    ...content,
  };
}
