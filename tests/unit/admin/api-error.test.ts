import { ApiError, toApiError } from '../../../admin/src/api/api-error';
import { fieldErrors } from '../../../admin/src/api/field-errors';

/** What Strapi's fetch client throws for an error body. */
function thrownByStrapi(status: number, message: string, details: unknown) {
  return Object.assign(new Error(message), { status, response: { data: { error: { status, message, details } } } });
}

describe('an error of the API', () => {
  it('keeps status, message and details of the error body', () => {
    const details = { errors: [] };
    expect(toApiError(thrownByStrapi(400, 'Invalid', details))).toMatchObject({
      status: 400,
      message: 'Invalid',
      details,
    });
  });

  it.each([
    ['a broken connection', new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['an answer that is no JSON', new SyntaxError('Unexpected token <'), 'Unexpected token <'],
    ['something that is no error', 'oops', 'oops'],
  ])('has no status for %s', (_, thrown, message) => {
    expect(toApiError(thrown)).toMatchObject({ status: null, message, details: null });
  });

  it('stays itself', () => {
    const error = new ApiError('Gone', 404);
    expect(toApiError(error)).toBe(error);
  });
});

describe('the errors of a form', () => {
  const errorsOf = (details: unknown) => fieldErrors(new ApiError('Invalid', 400, details));

  it('go to the fields that they name, the first one of each', () => {
    const errors = [
      { path: ['host'], message: 'must begin with http://', name: 'ValidationError' },
      { path: ['host'], message: 'second' },
      { path: 'apiKey', message: 'too short' },
    ];
    expect(errorsOf({ errors })).toEqual({ host: 'must begin with http://', apiKey: 'too short' });
  });

  it.each([
    ['no details', null],
    ['details of another shape', { errors: 'none' }],
    ['errors that name no field', { errors: [{ path: [], message: 'x' }, { message: 'y' }, null] }],
  ])('are none with %s', (_, details) => {
    expect(errorsOf(details)).toEqual({});
  });
});
