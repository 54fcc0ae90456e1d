// Requests JSON from the server, and turns failures into errors that have words.

/** What a person can be told: `message` is the key of its words, which not every page has. */
export class Failure extends Error {
  constructor(key, ...values) {
    super(key);
    this.values = values;
  }
}

export const isAbort = (error) => error?.name === 'AbortError';

/** An address with those of the parameters that have a value. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

/**
 * The JSON at an address.
 *
 * @throws {Failure} with the server's own sentence where it gave one (RFC 9457)
 */
export async function getJson(address, signal) {
  const response = await reach(address, signal);
  if (!response.ok) {
    const {detail} = await response.json().catch(() => ({}));
    throw detail ? new Failure('script.common.said', detail) : new Failure('script.common.error', response.status);
  }
  return response.status === 204 ? null : response.json();
}

async function reach(address, signal) {
  try {
    return await fetch(address, {signal, headers: {Accept: 'application/json, application/geo+json'}});
  } catch (error) {
    throw isAbort(error) ? error : new Failure('script.common.silent');
  }
}
