import { Ajv } from 'ajv';

/** One request and what was answered, as they went over the network. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as requested. */
  readonly target: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Reference;
  readonly responses?: Readonly<Record<string, Reference>>;
}
type Reference = { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>> };
type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly Parameter[] };

/** What of an OpenAPI 3.0 document is read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const decoded = (part: string): string =>
  decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');

/** Where a pointer such as `#/components/parameters/since` leads. */
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Readonly<Record<string, unknown>>)[decoded(part)], document);

/** Properties that an answer need not have: a server of ours sends only what is read of it, but nothing under a name or of a type of its own. */
function withoutRequired(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRequired);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, held]) => !(name === 'required' && Array.isArray(held)))
      .map(([name, held]) => [name, withoutRequired(held)]),
  );
}

/**
 * Checks requests and answers against a vendor's OpenAPI document: the operation exists, required parameters are there and no others, bodies
 * fit their schemas. Formats are not checked.
 */
export function contractOf(document: OpenApi): (exchange: Exchange) => readonly string[] {
  const options = { strict: false, allErrors: true, validateSchema: false, validateFormats: false } as const;
  const asked = new Ajv(options);
  asked.addSchema(document, 'api');
  const answered = new Ajv(options);
  answered.addSchema(withoutRequired(document) as object, 'api');

  /** The literal path first, then those with places for ids. */
  const templates = Object.keys(document.paths).sort((a, b) => a.split('{').length - b.split('{').length);
  const templateOf = (path: string): string | undefined =>
    templates.find((template) =>
      new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(
        path,
      ),
    );

  const resolved = <Value extends { readonly $ref?: string }>(value: Value): Value =>
    value.$ref === undefined ? value : (at(document, value.$ref) as Value);

  /** The pointer to the schema of a body that is JSON; null where there is none. */
  function schemaAt(pointer: string, holder: Reference): string | null {
    const base = holder.$ref ?? pointer;
    const type = Object.keys(resolved(holder).content ?? {}).find((name) => name.includes('json'));
    return type === undefined ? null : `api${base}/content/${escaped(type)}/schema`;
  }

  function bodyFaults(ajv: Ajv, pointer: string | null, body: unknown): readonly string[] {
    if (pointer === null) return body === null ? [] : ['has a body that is not described'];
    const validate = ajv.compile({ $ref: encodeURI(pointer) });
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      (error) => `${error.instancePath || 'the body'} ${error.message ?? ''}`,
    );
  }

  return ({ method, target, body, status, answer }) => {
    const url = new URL(target, 'http://service');
    const template = templateOf(url.pathname);
    const verb = method.toLowerCase();
    const item = template === undefined ? undefined : document.paths[template];
    const operation = item?.[verb];
    const where = `${method} ${template ?? url.pathname}`;
    if (template === undefined || item === undefined || operation === undefined)
      return [`${where}: no such operation`];
    const pointer = `#/paths/${escaped(template)}/${verb}`;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
    const query = parameters.filter((one) => one.in === 'query');
    const names = new Set(url.searchParams.keys());
    const described = operation.responses?.[String(status)] === undefined ? 'default' : String(status);
    const response = operation.responses?.[described];
    const faults = [
      ...query
        .filter(({ name, required }) => required === true && !names.has(name))
        .map(({ name }) => `lacks the parameter ${name}`),
      ...[...names]
        .filter((name) => !query.some((one) => one.name === name))
        .map((name) => `has a parameter ${name} that is not described`),
      ...(operation.requestBody === undefined
        ? bodyFaults(asked, null, body)
        : bodyFaults(asked, schemaAt(`${pointer}/requestBody`, operation.requestBody), body)),
      ...(response === undefined
        ? [`answers ${String(status)}, which is not described`]
        : answer === null
          ? []
          : bodyFaults(answered, schemaAt(`${pointer}/responses/${described}`, response), answer).map(
              (fault) => `answers ${String(status)}: ${fault}`,
            )),
    ];
    return faults.map((fault) => `${where}: ${fault}`);
  };
}
