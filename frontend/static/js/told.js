import {Failure} from './api.js';
import {text} from './texts.js';

/** What a person is told of an error. */
export const told = (error) =>
  error instanceof Failure ? text(error.message, ...error.values) : text('script.common.fault');
