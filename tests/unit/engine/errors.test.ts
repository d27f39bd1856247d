import { blame, complaintError, connectionError, foreignError, timeoutError } from '../../../server/src/engine/errors';

const HOST = 'http://search.example.org';

describe('the fault of an error answer', () => {
  it.each([
    // code, type, HTTP status, fault
    ['invalid_api_key', 'auth', 403, 'unauthorized'],
    ['missing_authorization_header', 'auth', 401, 'unauthorized'],
    ['missing_master_key', 'auth', 401, 'unauthorized'],
    ['no_space_left_on_device', 'system', 422, 'unavailable'],
    ['io_error', 'system', 422, 'unavailable'],
    ['too_many_search_requests', 'system', 503, 'unavailable'],
    ['too_many_open_files', 'system', 500, 'unavailable'],
    ['internal', 'internal', 500, 'unavailable'],
    ['remote_timeout', 'invalid_request', 502, 'unavailable'],
    ['not_leader', 'invalid_request', 400, 'unavailable'],
    ['malformed_payload', 'invalid_request', 400, 'unavailable'],
    ['vector_embedding_error', 'invalid_request', 400, 'unavailable'],
    ['something_new', 'invalid_request', 408, 'unavailable'],
    ['something_new', 'invalid_request', 429, 'unavailable'],
    ['something_new', 'invalid_request', 503, 'unavailable'],
    ['something_new', 'invalid_request', 403, 'unauthorized'],
    ['index_not_found', 'invalid_request', 404, 'rejected'],
    ['invalid_document_filter', 'invalid_request', 400, 'rejected'],
    ['payload_too_large', 'invalid_request', 413, 'rejected'],
    ['bad_request', 'invalid_request', 400, 'rejected'],
  ])('%s (%s, %i) is %s', (code, type, status, fault) => {
    const error = complaintError({ code, type, message: 'In its own words.' }, status);
    expect(error).toMatchObject({ name: 'EngineError', fault, code, message: 'In its own words.' });
  });
});

describe('the blame for a failed task', () => {
  it.each([
    ['vector_embedding_error', 'invalid_request', 'engine'],
    ['io_error', 'system', 'engine'],
    ['no_space_left_on_device', 'system', 'engine'],
    ['database_size_limit_reached', 'internal', 'engine'],
    ['internal', 'internal', 'engine'],
    ['remote_could_not_send_request', 'system', 'engine'],
    ['remote_bad_response', 'invalid_request', 'engine'],
    ['index_not_found', 'invalid_request', 'data'],
    ['index_already_exists', 'invalid_request', 'data'],
    ['index_primary_key_already_exists', 'invalid_request', 'data'],
    ['invalid_document_id', 'invalid_request', 'data'],
    ['missing_document_id', 'invalid_request', 'data'],
    ['invalid_document_geo_field', 'invalid_request', 'data'],
    ['invalid_document_filter', 'invalid_request', 'data'],
    ['max_fields_limit_exceeded', 'invalid_request', 'data'],
  ])('%s (%s) goes to the %s', (code, type, blamed) => {
    expect(blame({ code, type, message: '' })).toBe(blamed);
  });
});

describe('the fault of an answer that is not Meilisearch’s', () => {
  it.each([
    [301, 'unavailable'],
    [400, 'unavailable'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'unavailable'],
    [407, 'unauthorized'],
    [413, 'rejected'],
    [429, 'unavailable'],
    [502, 'unavailable'],
  ])('%i is %s, and the message names the host', (status, fault) => {
    const error = foreignError(HOST, status, undefined);
    expect(error).toMatchObject({ fault, code: `http_${status}` });
    expect(error.message).toContain(HOST);
    expect(error.message).toContain(String(status));
  });

  it('tells where a redirect leads, without what may be secret in it', () => {
    const { message } = foreignError(HOST, 308, 'https://user:secret@search.example.org/login?token=secret');
    expect(message).toBe(`${HOST} redirects to https://search.example.org (308): name the final address.`);
    expect(foreignError(HOST, 308, '/login?token=secret').message).toContain(`redirects to ${HOST} (308)`);
    expect(foreignError(HOST, 308, 'http://').message).toContain('redirects to elsewhere (308)');
  });
});

describe('an engine that is not reached', () => {
  it.each([
    ['ECONNREFUSED', `Nothing listens at ${HOST}. Is Meilisearch running?`],
    ['ENOTFOUND', `The name in ${HOST} cannot be resolved.`],
    ['EAI_AGAIN', `The name in ${HOST} cannot be resolved.`],
    ['ECONNRESET', `Meilisearch at ${HOST} closed the connection before it answered.`],
    ['EPIPE', `Meilisearch at ${HOST} closed the connection before it answered.`],
    ['EHOSTUNREACH', `No connection to ${HOST}: the network does not lead there.`],
    ['ETIMEDOUT', `No connection to ${HOST}: the network does not lead there.`],
    ['CERT_HAS_EXPIRED', `No connection to ${HOST}: certificate has expired (CERT_HAS_EXPIRED).`],
  ])('because of %s is unavailable: %s', (code, message) => {
    const cause = Object.assign(new Error('certificate has expired'), { code });
    expect(connectionError(HOST, cause)).toMatchObject({ fault: 'unavailable', code, message, cause });
  });

  it('in time is unavailable', () => {
    expect(timeoutError(HOST, 10_000)).toMatchObject({
      fault: 'unavailable',
      code: 'ETIMEDOUT',
      message: `Meilisearch at ${HOST} did not answer within 10000 ms.`,
    });
  });
});
