import { expect, test } from 'vitest';
import { contractOf, type Exchange, type OpenApi } from '../support/openapi-contract.ts';

const since = { name: 'since', in: 'query', required: true, schema: { type: 'string' } };
const document = {
  components: {
    parameters: { since },
    schemas: {
      Override: {
        type: 'object',
        required: ['start', 'user'],
        additionalProperties: false,
        properties: {
          start: { type: 'string', format: 'date-time' },
          user: { $ref: '#/components/schemas/User' },
          note: { type: 'string', nullable: true },
        },
      },
      User: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'string' } } },
    },
    responses: {
      Made: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Override' } } } },
    },
  },
  paths: {
    '/schedules/{id}/overrides': {
      parameters: [{ name: 'id', in: 'path', required: true }],
      get: {
        parameters: [{ $ref: '#/components/parameters/since' }],
        responses: { 200: { content: { 'application/json': { schema: { type: 'array' } } } } },
      },
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Override' } } },
        },
        responses: { 201: { $ref: '#/components/responses/Made' } },
      },
    },
  },
} as unknown as OpenApi;

const faultsOf = contractOf(document);
const reading: Exchange = {
  method: 'GET',
  target: '/schedules/P1/overrides?since=2027-01-04T08:00:00Z',
  body: null,
  status: 200,
  answer: [],
};
const sending: Exchange = {
  method: 'POST',
  target: '/schedules/P1/overrides',
  body: { start: '2027-01-04T08:00:00Z', user: { id: 'U1', name: 'Engineer 1' }, note: null },
  status: 201,
  answer: { user: { id: 'U1' } },
};

test('what is as described has no faults, and an answer may leave out what nobody reads', () => {
  expect([reading, sending].flatMap(faultsOf)).toEqual([]);
});

test.each([
  [{ ...reading, target: '/people' }, 'GET /people: no such operation'],
  [{ ...reading, method: 'DELETE' }, 'DELETE /schedules/{id}/overrides: no such operation'],
  [{ ...reading, target: '/schedules/P1/overrides' }, 'lacks the parameter since'],
  [{ ...reading, target: `${reading.target}&page=2` }, 'has a parameter page that is not described'],
  [{ ...reading, body: {} }, 'has a body that is not described'],
  [{ ...reading, status: 204 }, 'answers 204, which is not described'],
  [{ ...reading, answer: {} }, 'answers 200: the body must be array'],
  [{ ...sending, body: { start: 'x' } }, "the body must have required property 'user'"],
  [{ ...sending, body: { start: 'x', user: { id: 7, name: '' } } }, '/user/id must be string'],
  [{ ...sending, answer: { person: 'U1' } }, 'answers 201: the body must NOT have additional properties'],
] as const)('%j', (exchange, fault) => {
  expect(faultsOf(exchange).join('\n')).toContain(fault);
});
