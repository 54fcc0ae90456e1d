// The editor's requests to the server, with the page's CSRF token.
import {Failure, isAbort} from '../common/api.js';

export class ShapeServer {
  #headers;

  constructor(header, token) {
    this.#headers = {accept: 'application/json', 'content-type': 'application/json', [header]: token};
  }

  /**
   * @param {string} what `check`, `split`, `merge` or `snap`
   * @throws {Failure} with the server's own sentence; its `faults` have places
   */
  async ask(what, question, signal) {
    const response = await this.#reach(`/api/edit/${what}`, JSON.stringify(question), signal);
    if (response.status === 401 || response.status === 403 || response.redirected) {
      throw new Failure('script.edit.out');
    }
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw Object.assign(
        answer.detail ? new Failure('script.common.said', answer.detail) : new Failure('script.common.error', response.status),
        {faults: answer.faults ?? []});
    }
    return answer;
  }

  async #reach(address, body, signal) {
    try {
      return await fetch(address, {method: 'POST', headers: this.#headers, body, signal});
    } catch (error) {
      throw isAbort(error) ? error : new Failure('script.common.silent');
    }
  }
}
