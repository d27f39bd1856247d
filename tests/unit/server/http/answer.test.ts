import { z } from 'zod';

import { parse } from '../../../../server/src/http/answer';

const schema = z.strictObject({
  purge: z.boolean({ error: 'true or false' }).default(true),
  locale: z.string({ error: 'a locale' }).optional(),
  engine: z.strictObject({ host: z.string({ error: 'a host' }) }).optional(),
});

/** What is thrown at input that is not as it should be. */
function refusal(input: unknown): unknown {
  try {
    return parse(schema, input);
  } catch (error) {
    return error;
  }
}

describe('input of a request', () => {
  it('is read with its defaults', () => {
    expect(parse(schema, { locale: 'fr' })).toEqual({ purge: true, locale: 'fr' });
  });

  it.each([undefined, null, {}])('may be absent: %j', (input) => {
    expect(parse(schema, input)).toEqual({ purge: true });
  });

  it.each<[sentence: string, input: unknown, errors: { path: string; message: string }[], message: string]>([
    [
      'names the field and what is allowed',
      { purge: 'no' },
      [{ path: 'purge', message: 'true or false' }],
      'purge: true or false',
    ],
    [
      'names a field below by its path',
      { engine: { host: 7 } },
      [{ path: 'engine.host', message: 'a host' }],
      'engine.host: a host',
    ],
    [
      'names all fields',
      { purge: 'no', locale: 7 },
      [
        { path: 'purge', message: 'true or false' },
        { path: 'locale', message: 'a locale' },
      ],
      'purge: true or false; locale: a locale',
    ],
  ])('that is wrong %s', (_, input, errors, message) => {
    expect(refusal(input)).toMatchObject({ name: 'InvalidInput', errors, message });
  });

  it.each([
    ['a text', 'update'],
    ['a list', [true]],
    ['a number', 7],
    ['nothing but false', false],
  ])('is not %s', (_, input) => {
    expect(refusal(input)).toMatchObject({ name: 'InvalidInput', errors: [{ path: '' }] });
    expect((refusal(input) as Error).message).not.toMatch(/^:/);
  });

  it('has no field of another name', () => {
    expect(refusal({ purg: true })).toMatchObject({ name: 'InvalidInput', message: expect.stringContaining('purg') });
  });
});
